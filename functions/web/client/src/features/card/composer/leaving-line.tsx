import { Checkbox, CloseButton } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "@/shared/i18n";
import classes from "./leaving-line.module.css";
import type { LetterDraft } from "./letter-draft";

interface LeavingLineProps {
  draft: LetterDraft;
  onChange: (part: Partial<LetterDraft>) => void;
}

/** When a planned letter leaves, and what keeps it. */
export function LeavingLine({ draft, onChange }: LeavingLineProps) {
  const { t } = useTranslation(["card", "outgoing"]);
  const formats = useFormats();
  if (!draft.leaveAt) return null;
  return (
    <div className={classes.line}>
      <IconClock size={16} aria-hidden />
      <span className={classes.when}>
        {t("letterLeaves", { when: formats.exact(draft.leaveAt) })}
      </span>
      <Checkbox
        size="xs"
        label={t("outgoing:unlessAnswered")}
        checked={draft.unlessAnswered}
        onChange={(event) => onChange({ unlessAnswered: event.currentTarget.checked })}
      />
      <CloseButton
        size={24}
        aria-label={t("letterRightAway")}
        title={t("letterRightAway")}
        onClick={() => onChange({ leaveAt: null })}
      />
    </div>
  );
}
