import { IconBell, IconFileUpload, IconMail, IconMessage, IconMessages } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { type Ref, useImperativeHandle, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText } from "@/shared/api";
import { letterDraftKey, readDraft, writeDraft } from "@/shared/lib";
import { Composer } from "@/shared/ui/composer";
import type { Reachable } from "../use-card";
import { CommentForm } from "./comment-form";
import { FileRequestForm } from "./file-request-form";
import { EMPTY_LETTER, isWritten, type LetterDraft } from "./letter-draft";
import { LetterForm } from "./letter-form";
import { escaped } from "@/shared/ui/rich-text/plain-text";
import { MessageForm } from "./message-form";
import { ReminderForm } from "./reminder-form";

export interface ComposerHandle {
  /** Begins a letter, or goes on with the one begun; what is given takes the place of what it names. */
  write: (part?: Partial<LetterDraft>) => void;
  /** Begins a reminder. */
  remind: () => void;
}

interface CardComposerProps {
  ref: Ref<ComposerHandle>;
  card: CardRef;
  people: readonly Reachable[];
}

/** Everything that is added to a card, in one box; folded until something is begun. */
export function CardComposer({ ref, card, people }: CardComposerProps) {
  const { t } = useTranslation("card");
  const draftKey = letterDraftKey(cardText(card));
  const { begin } = useSearch({ strict: false });
  const [tab, setTab] = useState(() => {
    if (begin === "reminder") return begin;
    return isWritten(readDraft(draftKey, EMPTY_LETTER)) ? "letter" : null;
  });
  const [focus, setFocus] = useState(0);
  const write = (part: Partial<LetterDraft> = {}) => {
    writeDraft(draftKey, { ...readDraft(draftKey, EMPTY_LETTER), ...part });
    setTab("letter");
    setFocus((count) => count + 1);
  };
  useImperativeHandle(ref, () => ({ write, remind: () => setTab("reminder") }));
  const writeLink = (url: string, note: string) => {
    const { html } = readDraft(draftKey, EMPTY_LETTER);
    const link = `<a href="${escaped(url)}">${escaped(url)}</a>`;
    write({ html: `${html}<p>${escaped(t("filesLetter", { note }))}<br>${link}</p>` });
  };
  return (
    <Composer
      label={t("composer")}
      tab={tab}
      onTab={setTab}
      prompt={t("composerPrompt")}
      onPrompt={() => write()}
      tabs={[
        {
          value: "letter",
          label: t("tabLetter"),
          icon: <IconMail size={16} />,
          panel: (
            <LetterForm
              card={card}
              people={people}
              focus={focus}
              onSent={() => setTab(null)}
              onBack={() => setTab("letter")}
            />
          ),
        },
        // Clients have deals alone before them.
        ...(card.kind === "deal"
          ? [
              {
                value: "message",
                label: t("tabMessage"),
                icon: <IconMessages size={16} />,
                panel: <MessageForm deal={card} />,
              },
            ]
          : []),
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
          panel: <FileRequestForm card={card} onWrite={writeLink} />,
        },
      ]}
    />
  );
}
