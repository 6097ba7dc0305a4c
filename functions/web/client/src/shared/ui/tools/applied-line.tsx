import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Applied } from "./list-tools";
import classes from "./tools.module.css";

interface AppliedLineProps {
  applied: readonly Applied[];
  /** Where each of them is changed. */
  onOpen: () => void;
}

/** What is in force, a chip each, on one line that scrolls. */
export function AppliedLine({ applied, onOpen }: AppliedLineProps) {
  const { t } = useTranslation("filters");
  if (applied.length === 0) return null;
  return (
    <ul className={classes.applied} aria-label={t("inForce")}>
      {applied.map(({ key, label, removal, onRemove }) => (
        <li key={key} className={classes.chip}>
          <button type="button" className={classes.face} aria-haspopup="dialog" onClick={onOpen}>
            {label}
          </button>
          {onRemove && (
            <button
              type="button"
              className={classes.remove}
              aria-label={t("remove", { name: removal ?? label })}
              onClick={onRemove}
            >
              <IconX size={14} aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
