import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useColleagues } from "@/shared/api";
import { type Money as Amount, useFormats } from "@/shared/i18n";
import { CardLink, Money } from "@/shared/ui";
import { useCodeName } from "./field-names";
import classes from "./history.module.css";
import type { Part } from "./queries";

const LONG = 160;

/** Whether a value takes lines of its own. */
export function isLong(parts: readonly Part[]): boolean {
  return parts.some(({ text }) => (text ?? "").length > LONG);
}

/** A value of a field as people read it; nothing is said too. */
export function Value({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation("card");
  if (parts.length === 0) return <span className={classes.nothing}>{t("historyNothing")}</span>;
  return (
    <span className={classes.value}>
      {parts.map((part, index) => (
        <span key={index} className={classes.part}>
          <OnePart part={part} />
        </span>
      ))}
    </span>
  );
}

function OnePart({ part }: { part: Part }) {
  const { t } = useTranslation("card");
  const codeName = useCodeName();
  const formats = useFormats();
  switch (part.kind) {
    case "card":
      return part.card ? <CardLink card={part.card} title={part.text ?? undefined} /> : null;
    case "hidden":
      return <span className={classes.nothing}>{t("historyHidden")}</span>;
    case "person":
      return <PersonName id={part.id} name={part.text} />;
    case "money":
      return <Money value={part.value as Amount} />;
    case "code":
      return <>{codeName(part.text ?? "")}</>;
    case "date":
      return <>{part.text ? formats.day(part.text) : ""}</>;
    case "file":
      return <>{t("historyFile")}</>;
    case "handle":
      return <>{`${part.id}: ${part.text}`}</>;
    default:
      return <Text text={part.text ?? ""} />;
  }
}

function PersonName({ id, name }: { id: string | null; name: string | null }) {
  const { t } = useTranslation("card");
  const colleagues = useColleagues();
  return <>{name ?? colleagues.find((one) => one.id === id)?.name ?? t("historyUnknownPerson")}</>;
}

/** A long text is folded: what it was about is seen from its beginning. */
function Text({ text }: { text: string }) {
  const { t } = useTranslation("card");
  const [whole, setWhole] = useState(false);
  if (text.length <= LONG) return <>{text}</>;
  return (
    <>
      {whole ? text : `${text.slice(0, LONG).trimEnd()}…`}{" "}
      <UnstyledButton
        className={classes.fold}
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        {whole ? t("historyLess") : t("historyWhole")}
      </UnstyledButton>
    </>
  );
}
