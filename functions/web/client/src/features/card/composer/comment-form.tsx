import { MultiSelect, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
  api,
  type CardRef,
  cardText,
  type Schemas,
  toProblem,
  useColleagues,
  usePerson,
} from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import { ComposerForm } from "@/shared/ui/composer";
import classes from "./forms.module.css";

const EMPTY = { text: "", mentions: [] as string[] };

export function CommentForm({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const [draft, change, forget] = useDraft(`comment.${cardText(card)}`, EMPTY);
  const problemText = useProblemText();
  const toasts = useToasts();
  const client = useQueryClient();
  const me = usePerson();
  const colleagues = useColleagues().filter(({ id }) => id !== me.id);
  const adding = useMutation({
    mutationFn: () => postComment(card, draft),
    onSuccess: () => {
      forget();
      toasts.done(t("commentAdded"));
      void client.invalidateQueries({ queryKey: ["timeline", card.kind, card.id] });
    },
  });
  return (
    <ComposerForm
      verb={t("commentSubmit")}
      sending={adding.isPending}
      disabled={draft.text.trim() === ""}
      error={adding.error && problemText(toProblem(adding.error))}
      onSend={() => adding.mutate()}
      extra={
        <MultiSelect
          className={classes.mentions}
          size="xs"
          aria-label={t("commentMentions")}
          placeholder={draft.mentions.length === 0 ? t("commentMentions") : undefined}
          searchable
          maxValues={20}
          data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.mentions}
          onChange={(mentions) => change({ mentions })}
        />
      }
    >
      <Textarea
        aria-label={t("commentText")}
        placeholder={t("commentPlaceholder")}
        autosize
        minRows={3}
        maxRows={20}
        maxLength={10_000}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </ComposerForm>
  );
}

function postComment(card: CardRef, body: Schemas["NewComment"]) {
  const request = { params: { path: { card_id: card.id } }, body };
  switch (card.kind) {
    case "deal":
      return api.POST("/api/crm/deals/{card_id}/comments", request);
    case "contact":
      return api.POST("/api/crm/contacts/{card_id}/comments", request);
    case "company":
      return api.POST("/api/crm/companies/{card_id}/comments", request);
    case "lead":
      return api.POST("/api/crm/leads/{card_id}/comments", request);
  }
}
