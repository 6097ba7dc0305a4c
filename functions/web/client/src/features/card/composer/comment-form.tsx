import { Button } from "@mantine/core";
import { IconAt } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, toProblem, useColleagues, usePerson } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useDraft } from "@/shared/lib";
import { useProblemText } from "@/shared/ui";
import { ComposerForm } from "@/shared/ui/composer";
import { useAudience } from "../use-card";
import { MentionBox } from "./mention-box";
import { maySee, mentionedIn } from "./mentions";
import { useAddComment } from "./use-add-comment";

const LONGEST = 10_000;
const MOST_MENTIONS = 20;
const EMPTY = { text: "" };

/** A word for colleagues. Whoever may see the card can be called into it by an @. */
export function CommentForm({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const [draft, change, forget] = useDraft(`comment.${cardText(card)}`, EMPTY);
  const problemText = useProblemText();
  const box = useRef<HTMLTextAreaElement>(null);
  const me = usePerson();
  const audience = useAudience(card);
  const people = useColleagues().filter((one) => one.id !== me.id && maySee(one, audience));
  const adding = useAddComment(card);
  const length = draft.text.length;
  const tooLong = length > LONGEST && {
    count: formats.number(length),
    most: formats.number(LONGEST),
  };
  const send = () =>
    adding.mutate(
      {
        text: draft.text,
        mentions: mentionedIn(draft.text, people)
          .slice(0, MOST_MENTIONS)
          .map(({ id }) => id),
      },
      { onSuccess: forget },
    );
  const startMention = () => {
    const glue = draft.text === "" || /\s$/.test(draft.text) ? "" : " ";
    change({ text: `${draft.text}${glue}@` });
    box.current?.focus();
  };
  return (
    <ComposerForm
      verb={t("commentSubmit")}
      sending={adding.isPending}
      disabled={draft.text.trim() === "" || Boolean(tooLong)}
      error={
        tooLong
          ? t("commentTooLong", tooLong)
          : adding.error && problemText(toProblem(adding.error))
      }
      onSend={send}
      extra={
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconAt size={16} />}
          disabled={people.length === 0}
          onClick={startMention}
        >
          {t("commentMention")}
        </Button>
      }
    >
      <MentionBox
        label={t("commentText")}
        placeholder={t("commentPlaceholder")}
        // While it is on its way it stands in the timeline already; refused, it stands here again.
        text={adding.isPending ? "" : draft.text}
        onChange={(text) => change({ text })}
        people={people}
        invalid={Boolean(tooLong)}
        box={box}
      />
    </ComposerForm>
  );
}
