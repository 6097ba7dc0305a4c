import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BadAddressNotes } from "@/shared/ui/bad-addresses/bad-address-notes";
import type { LetterDraft } from "./letter-draft";
import type { Correspondent } from "./recipients";
import { RecipientsInput } from "./recipients-input";

const COPIES = ["cc", "bcc"] as const;
const LABELS = { cc: "letterCc", bcc: "letterBcc" } as const;

interface RecipientsFieldsProps {
  draft: LetterDraft & { to: string[] };
  known: readonly Correspondent[];
  faultAt: (field: "to" | "cc" | "bcc") => string | null;
  onChange: (part: Partial<LetterDraft>) => void;
}

/** Whom a letter goes to, openly and hidden, with a word about addresses that take none. */
export function RecipientsFields({ draft, known, faultAt, onChange }: RecipientsFieldsProps) {
  const { t } = useTranslation("card");
  const [opened, setOpened] = useState<"cc" | "bcc" | null>(null);
  const shown = COPIES.filter((field) => draft[field].length > 0 || opened === field);
  const closed = COPIES.filter((field) => !shown.includes(field));
  return (
    <>
      <RecipientsInput
        label={t("letterTo")}
        value={draft.to}
        known={known}
        placeholder={t("letterToPlaceholder")}
        error={faultAt("to")}
        onChange={(to) => onChange({ to })}
        extra={closed.map((field) => (
          <Button
            key={field}
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t(field === "cc" ? "addCc" : "addBcc")}
            onClick={() => setOpened(field)}
          >
            {t(LABELS[field])}
          </Button>
        ))}
      />
      {shown.map((field) => (
        <RecipientsInput
          key={field}
          label={t(LABELS[field])}
          value={draft[field]}
          known={known}
          autoFocus={opened === field}
          error={faultAt(field)}
          onChange={(addresses) => onChange({ [field]: addresses })}
        />
      ))}
      <BadAddressNotes addresses={[...draft.to, ...draft.cc, ...draft.bcc]} />
    </>
  );
}
