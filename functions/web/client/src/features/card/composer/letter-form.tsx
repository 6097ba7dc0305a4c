import { Button, TagsInput, Textarea, TextInput } from "@mantine/core";
import { IconPaperclip, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, outbox, usePerson } from "@/shared/api";
import { letterDraftKey, useDraft, writeDraft } from "@/shared/lib";
import { UNDO_MS, useToasts } from "@/shared/ui";
import { ComposerForm } from "@/shared/ui/composer";
import type { Reachable } from "../use-card";
import { AttachmentList } from "./attachment-list";
import classes from "./forms.module.css";
import { useAttachments } from "./use-attachments";

export const EMPTY_LETTER = {
  to: null as string[] | null,
  cc: [] as string[],
  subject: "",
  text: "",
  replyToId: null as string | null,
  replySubject: "",
};

interface LetterFormProps {
  card: CardRef;
  people: readonly Reachable[];
  /** Grows whenever the text is to be gone to. */
  focus: number;
}

/** A letter from the card. It waits ten seconds in the outbox, where it can be taken back. */
export function LetterForm({ card, people, focus }: LetterFormProps) {
  const { t } = useTranslation(["card", "common"]);
  const draftKey = letterDraftKey(cardText(card));
  const [draft, change, forget] = useDraft(draftKey, EMPTY_LETTER);
  const [withCc, setWithCc] = useState(draft.cc.length > 0);
  const files = useAttachments();
  const person = usePerson();
  const toasts = useToasts();
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus > 0) text.current?.focus();
  }, [focus]);

  const addresses = people.flatMap((one) => one.emails);
  const to = draft.to ?? addresses.slice(0, 1);
  const complete = to.length > 0 && draft.text.trim() !== "" && !files.busy;
  const needsSubject = draft.replyToId === null;
  const send = () => {
    const kept = { ...draft };
    const letter = outbox.add(
      person.id,
      {
        card,
        to,
        cc: draft.cc,
        subject: needsSubject ? draft.subject.trim() : undefined,
        text: draft.text,
        attachments: files.ids,
        reply_to_id: draft.replyToId ?? undefined,
      },
      UNDO_MS,
    );
    const sentFiles = files.take();
    forget();
    toasts.done(t("letterSent"), () => {
      if (!outbox.cancel(letter.key)) return toasts.done(t("letterGone"));
      writeDraft(draftKey, kept);
      files.putBack(sentFiles);
      return undefined;
    });
  };

  return (
    <ComposerForm
      verb={t("letterSubmit")}
      onSend={send}
      disabled={!complete || (needsSubject && draft.subject.trim() === "")}
      extra={
        <>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconPaperclip size={16} />}
            onClick={files.choose}
          >
            {t("attach")}
          </Button>
          {!withCc && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setWithCc(true)}>
              {t("addCc")}
            </Button>
          )}
        </>
      }
    >
      <TagsInput
        label={t("letterTo")}
        size="xs"
        classNames={{ root: classes.inline, label: classes.inlineLabel, wrapper: classes.grow }}
        data={addresses}
        value={to}
        placeholder={to.length === 0 ? t("letterToPlaceholder") : undefined}
        onChange={(value) => change({ to: value })}
        acceptValueOnBlur
        maxTags={50}
      />
      {withCc && (
        <TagsInput
          label={t("letterCc")}
          size="xs"
          classNames={{ root: classes.inline, label: classes.inlineLabel, wrapper: classes.grow }}
          data={addresses}
          value={draft.cc}
          onChange={(cc) => change({ cc })}
          acceptValueOnBlur
          maxTags={50}
        />
      )}
      {needsSubject ? (
        <TextInput
          label={t("letterSubject")}
          size="xs"
          classNames={{ root: classes.inline, label: classes.inlineLabel, wrapper: classes.grow }}
          maxLength={500}
          value={draft.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
      ) : (
        <p className={classes.replying}>
          <span>{t("letterReplying", { subject: draft.replySubject })}</span>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconX size={12} />}
            onClick={() => change({ replyToId: null, replySubject: "", to: null })}
          >
            {t("letterNew")}
          </Button>
        </p>
      )}
      <Textarea
        ref={text}
        aria-label={t("letterText")}
        placeholder={t("letterPlaceholder")}
        autosize
        minRows={3}
        maxRows={20}
        maxLength={50_000}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <AttachmentList files={files} />
    </ComposerForm>
  );
}
