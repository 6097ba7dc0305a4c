import { useTranslation } from "react-i18next";
import { type CardRef, outbox, usePerson } from "@/shared/api";
import { writeDraft } from "@/shared/lib";
import { UNDO_MS, useToasts } from "@/shared/ui";
import type { LetterDraft } from "./letter-draft";
import { withQuote } from "./quoting";

const LONGEST_TEXT = 50_000;
const LONGEST_HTML = 200_000;

interface LetterBox {
  onSent: () => void;
  /** The letter is there again. */
  onBack: () => void;
}

/** Puts a letter into the outbox and empties the box; for ten seconds both can be undone. */
export function useSendLetter(card: CardRef, draftKey: string, box: LetterBox) {
  const { t } = useTranslation("card");
  const person = usePerson();
  const toasts = useToasts();
  return (draft: LetterDraft & { to: string[] }, text: string) => {
    const whole = withQuote({ text, html: draft.html }, draft.quote);
    const tooLong = whole.text.length > LONGEST_TEXT || whole.html.length > LONGEST_HTML;
    const letter = outbox.add(
      person.id,
      {
        card,
        to: draft.to,
        cc: draft.cc,
        subject: draft.subject.trim(),
        // A long quote gives way to the letter's own words.
        ...(tooLong ? { text, html: draft.html } : whole),
        attachments: draft.files.map(({ id }) => id),
        reply_to_id: draft.replyToId ?? undefined,
      },
      UNDO_MS,
      draft,
    );
    writeDraft(draftKey, null);
    box.onSent();
    toasts.done(t("letterSent"), () => {
      if (outbox.cancel(letter.key)) {
        writeDraft(draftKey, draft);
        box.onBack();
      } else toasts.done(t("letterGone"));
    });
  };
}
