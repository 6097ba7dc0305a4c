import { Button, Skeleton, TextInput } from "@mantine/core";
import { IconClock, IconPaperclip } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, useSignature } from "@/shared/api";
import { letterDraftKey, readDraft, useDraft } from "@/shared/lib";
import { ComposerForm } from "@/shared/ui/composer";
import { LeaveMenu } from "@/shared/ui/outgoing/leave-menu";
import type { Reachable } from "../use-card";
import { AttachmentList } from "./attachment-list";
import { useDoubts } from "./doubts";
import { DropZone } from "./drop-zone";
import classes from "./forms.module.css";
import { EMPTY_LETTER, type LetterDraft } from "./letter-draft";
import { FromSelect } from "./from-select";
import { LeavingLine } from "./leaving-line";
import { type LetterFault, letterFault } from "./letter-fault";
import { plainTextOf } from "@/shared/ui/rich-text/plain-text";
import { QuoteFold } from "./quote-fold";
import { type Correspondent, sameAddress } from "./recipients";
import { RecipientsFields } from "./recipients-fields";
import { SignatureLine } from "./signature-line";
import { TemplateMenu } from "./template-menu";
import { useAttachments } from "./use-attachments";
import { useSendLetter } from "./use-send-letter";
import { useTemplate } from "./use-template";

const RichText = lazy(() => import("@/shared/ui/rich-text/rich-text"));

interface LetterFormProps {
  card: CardRef;
  people: readonly Reachable[];
  /** Grows whenever the text is to be gone to. */
  focus: number;
  onSent: () => void;
  onBack: () => void;
}

/** A letter from the card. It waits ten seconds in the outbox, where it can be taken back. */
export function LetterForm({ card, people, focus, onSent, onBack }: LetterFormProps) {
  const { t } = useTranslation(["card", "outgoing"]);
  const draftKey = letterDraftKey(cardText(card));
  const [draft, change] = useDraft<LetterDraft>(draftKey, EMPTY_LETTER);
  const [fault, setFault] = useState<LetterFault | null>(null);
  const [warning, setWarning] = useState("");
  const doubts = useDoubts();
  const files = useAttachments(draftKey);
  const signature = useSignature(draft.mailboxId);
  const known = correspondents(people);
  const to = draft.to ?? known.slice(0, 1).map(({ address }) => address);
  const sendLetter = useSendLetter(card, draftKey, signature, { onSent, onBack });
  const send = () => {
    const text = plainTextOf(draft.html);
    const found = letterFault({ ...draft, to, text, going: files.going.length });
    setFault(found);
    const doubt = doubts({ subject: draft.subject, text, files: draft.files.length });
    if (!found && doubt !== warning) setWarning(doubt);
    else if (!found) {
      setWarning("");
      sendLetter({ ...draft, to }, text);
    }
  };
  const set = (part: Partial<LetterDraft>) => {
    setFault(null);
    setWarning("");
    change(part);
  };
  const template = useTemplate(card, () => readDraft(draftKey, EMPTY_LETTER), set);
  const addressee = people.find(({ emails }) =>
    emails.some((one) => sameAddress(one, to[0] ?? "")),
  );
  const faultAt = (field: LetterFault["field"]) =>
    fault?.field === field ? t(fault.message) : null;
  return (
    <DropZone onFiles={files.add}>
      <ComposerForm
        verb={draft.leaveAt ? t("letterPlan") : t("letterSubmit")}
        onSend={send}
        error={faultAt("text") ?? faultAt("files") ?? (warning || null)}
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
            <TemplateMenu onChoose={(chosen) => void template(chosen, addressee?.contactId)} />
            <LeaveMenu
              target={
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  leftSection={<IconClock size={16} />}
                >
                  {t("outgoing:later")}
                </Button>
              }
              onChoose={(leaveAt) => set({ leaveAt })}
            />
          </>
        }
      >
        <div>
          <FromSelect value={draft.mailboxId} onChange={(mailboxId) => set({ mailboxId })} />
          <RecipientsFields
            draft={{ ...draft, to }}
            known={known}
            faultAt={faultAt}
            onChange={set}
          />
          <TextInput
            label={t("letterSubject")}
            size="xs"
            variant="unstyled"
            classNames={{ root: classes.line, label: classes.lineLabel, wrapper: classes.grow }}
            maxLength={500}
            value={draft.subject}
            error={faultAt("subject")}
            onChange={(event) => set({ subject: event.currentTarget.value })}
          />
        </div>
        <Suspense fallback={<Skeleton height={136} radius="sm" />}>
          <RichText
            key={draftKey}
            label={t("letterText")}
            placeholder={t("letterPlaceholder")}
            html={draft.html}
            focus={focus}
            invalid={fault?.field === "text"}
            onChange={(html) => set({ html })}
            onFiles={files.add}
          />
        </Suspense>
        <SignatureLine
          signature={signature}
          signed={draft.signed}
          onChange={(signed) => set({ signed })}
        />
        {draft.quote && <QuoteFold quote={draft.quote} onRemove={() => set({ quote: null })} />}
        <AttachmentList files={files} />
        <LeavingLine draft={draft} onChange={set} />
      </ComposerForm>
    </DropZone>
  );
}

function correspondents(people: readonly Reachable[]): Correspondent[] {
  return people.flatMap(({ name, emails }) => emails.map((address) => ({ name, address })));
}
