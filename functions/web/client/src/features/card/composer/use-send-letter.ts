import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type CardRef, outbox, sentKey, type SentLetter, usePerson } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { readDraft, writeDraft } from "@/shared/lib";
import { useToasts } from "@/shared/ui";
import { useOutgoingActions } from "@/shared/ui/outgoing/use-outgoing";
import { EMPTY_LETTER, type LetterDraft } from "./letter-draft";
import { withQuote } from "./quoting";
import { withSignature } from "./signing";

const LONGEST_TEXT = 50_000;
const LONGEST_HTML = 200_000;
const LONGEST_WAY_MS = 5_000;
const PAUSE_MS = 100;

interface LetterBox {
  onSent: () => void;
  /** The letter is there again. */
  onBack: () => void;
}

/** What is found, as soon as it is: a letter that is on its way to the portal is known there a moment later. */
async function onceSent<T>(look: () => T | undefined): Promise<T | undefined> {
  for (let waited = 0; waited < LONGEST_WAY_MS; waited += PAUSE_MS) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return look();
}

/** Hands a letter to the portal and empties the box; until it leaves, both can be undone. */
export function useSendLetter(card: CardRef, draftKey: string, signature: string, box: LetterBox) {
  const { t } = useTranslation("card");
  const person = usePerson();
  const toasts = useToasts();
  const formats = useFormats();
  const client = useQueryClient();
  const { takeBack } = useOutgoingActions();
  const restore = (draft: LetterDraft) => {
    // What has been typed since stands beneath.
    const { html: typed } = readDraft(draftKey, EMPTY_LETTER);
    writeDraft(draftKey, { ...draft, html: draft.html + typed });
    box.onBack();
  };
  const undo = async (key: string, draft: LetterDraft) => {
    if (outbox.cancel(key)) {
      restore(draft);
      return;
    }
    const sent = await onceSent(() =>
      client.getQueryData<SentLetter[]>(sentKey(card))?.find(({ letter }) => letter.key === key),
    );
    const taken = sent ? await takeBack(sent.id) : null;
    if (taken) restore({ ...draft, files: taken.attachments });
    else if (!sent) toasts.done(t("letterGone"));
  };
  return (draft: LetterDraft & { to: string[] }, text: string) => {
    const words = withSignature({ text, html: draft.html }, draft.signed ? signature : "");
    const whole = withQuote(words, draft.quote);
    const tooLong = whole.text.length > LONGEST_TEXT || whole.html.length > LONGEST_HTML;
    const { key } = outbox.add(
      person.id,
      {
        card,
        to: draft.to,
        cc: draft.cc,
        bcc: draft.bcc,
        subject: draft.subject.trim(),
        // A long quote gives way to the letter's own words.
        ...(tooLong ? words : whole),
        attachments: draft.files.map(({ id }) => id),
        reply_to_id: draft.replyToId ?? undefined,
        mailbox_id: draft.mailboxId ?? undefined,
        leave_at: draft.leaveAt ?? undefined,
        unless_answered: draft.leaveAt !== null && draft.unlessAnswered,
        at_once: false,
      },
      0,
      draft,
    );
    writeDraft(draftKey, null);
    box.onSent();
    const said = draft.leaveAt
      ? t("letterPlanned", { when: formats.exact(draft.leaveAt) })
      : t("letterSent");
    toasts.done(said, () => undo(key, draft));
  };
}
