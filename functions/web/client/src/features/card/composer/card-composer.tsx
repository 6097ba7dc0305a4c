import { IconBell, IconFileUpload, IconMail, IconMessage } from "@tabler/icons-react";
import { type Ref, useImperativeHandle, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, type Schemas } from "@/shared/api";
import { letterDraftKey, readDraft, writeDraft } from "@/shared/lib";
import { Composer } from "@/shared/ui/composer";
import type { Reachable } from "../use-card";
import { CommentForm } from "./comment-form";
import { FileRequestForm } from "./file-request-form";
import { EMPTY_LETTER, LetterForm } from "./letter-form";
import { ReminderForm } from "./reminder-form";

const NARROW = "(max-width: 48em)";

export interface ComposerHandle {
  /** Begins a letter, or goes on with the one begun. */
  write: () => void;
  /** Begins an answer to a letter. */
  reply: (letter: Schemas["CommunicationView"]) => void;
}

interface CardComposerProps {
  ref: Ref<ComposerHandle>;
  card: CardRef;
  people: readonly Reachable[];
}

/** Everything that is added to a card, in one box. */
export function CardComposer({ ref, card, people }: CardComposerProps) {
  const { t } = useTranslation("card");
  const writable = card.kind !== "lead" || people.some((one) => one.emails.length > 0);
  // On a phone the box stays folded until it is asked for: what happened comes first there.
  const [tab, setTab] = useState(
    matchMedia(NARROW).matches ? null : writable ? "letter" : "comment",
  );
  const [focus, setFocus] = useState(0);
  useImperativeHandle(ref, () => ({
    write: () => {
      setTab("letter");
      setFocus((count) => count + 1);
    },
    reply: (letter) => {
      const key = letterDraftKey(cardText(card));
      const counterpart =
        letter.direction === "inbound"
          ? [letter.from.address]
          : letter.to.map((one) => one.address);
      writeDraft(key, {
        ...readDraft(key, EMPTY_LETTER),
        to: counterpart,
        replyToId: letter.id,
        replySubject: letter.subject,
      });
      setTab("letter");
      setFocus((count) => count + 1);
    },
  }));
  return (
    <Composer
      label={t("composer")}
      tab={tab}
      onTab={setTab}
      tabs={[
        {
          value: "letter",
          label: t("tabLetter"),
          icon: <IconMail size={16} />,
          panel: <LetterForm card={card} people={people} focus={focus} />,
        },
        {
          value: "comment",
          label: t("tabComment"),
          icon: <IconMessage size={16} />,
          panel: <CommentForm card={card} />,
        },
        {
          value: "reminder",
          label: t("tabReminder"),
          icon: <IconBell size={16} />,
          panel: <ReminderForm card={card} />,
        },
        {
          value: "files",
          label: t("tabFiles"),
          icon: <IconFileUpload size={16} />,
          panel: <FileRequestForm card={card} />,
        },
      ]}
    />
  );
}
