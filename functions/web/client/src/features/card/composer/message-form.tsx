import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, toProblem } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useDraft } from "@/shared/lib";
import { useProblemText } from "@/shared/ui";
import { ComposerForm } from "@/shared/ui/composer";
import { useSendMessage } from "./use-send-message";

const LONGEST = 10_000;
const EMPTY = { text: "" };

/** A word to the clients of a deal, who read it in their room and hear of it by mail. */
export function MessageForm({ deal }: { deal: CardRef }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const [draft, change, forget] = useDraft(`message.${cardText(deal)}`, EMPTY);
  const problemText = useProblemText();
  const sending = useSendMessage(deal);
  const length = draft.text.length;
  const tooLong = length > LONGEST && {
    count: formats.number(length),
    most: formats.number(LONGEST),
  };
  return (
    <ComposerForm
      verb={t("messageSubmit")}
      sending={sending.isPending}
      disabled={draft.text.trim() === "" || Boolean(tooLong)}
      error={
        tooLong
          ? t("messageTooLong", tooLong)
          : sending.error && problemText(toProblem(sending.error))
      }
      onSend={() => sending.mutate(draft.text.trim(), { onSuccess: forget })}
    >
      <Textarea
        autoFocus
        autosize
        minRows={3}
        maxRows={16}
        aria-label={t("messageText")}
        placeholder={t("messagePlaceholder")}
        // While it is on its way it stands in the timeline already; refused, it stands here again.
        value={sending.isPending ? "" : draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </ComposerForm>
  );
}
