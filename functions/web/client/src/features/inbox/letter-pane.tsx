import { Button, Kbd } from "@mantine/core";
import { IconAddressBook, IconArrowLeft, IconSearch, IconTargetArrow } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cardText, type Schemas, useCardTitles } from "@/shared/api";
import { CardIcon, CardLink, ErrorState, RowSkeletons, useCardKindName, When } from "@/shared/ui";
import { Letter } from "@/shared/ui/letter";
import classes from "./inbox.module.css";
import { nameOf, type Target, type UnlinkedLetter } from "./queries";

/** Puts a letter on a card; `title` is what the person is told. */
export type Put = (letter: UnlinkedLetter, to: Target, title: string) => void;

interface LetterPaneProps {
  letter: UnlinkedLetter | undefined;
  full: Schemas["CommunicationView"] | undefined;
  error: unknown;
  onRetry: () => void;
  onPut: Put;
  onChoose: () => void;
}

const REASONS = {
  unknown_sender: "reason_unknown_sender",
  several_open_deals: "reason_several_open_deals",
  not_authenticated: "reason_not_authenticated",
} as const;

export function LetterPane({ letter, full, error, onRetry, onPut, onChoose }: LetterPaneProps) {
  const { t } = useTranslation("inbox");
  if (!letter) return error ? <ErrorState error={error} onRetry={onRetry} /> : <RowSkeletons />;
  return (
    <div className={classes.pane}>
      <article className={classes.letter}>
        <Link to="/inbox" className={classes.back}>
          <IconArrowLeft size={16} aria-hidden /> {t("back")}
        </Link>
        <h2 className={classes.heading}>{letter.subject || t("noSubject")}</h2>
        <p className={classes.meta}>
          {nameOf(letter.from)} · <When at={letter.at} />
        </p>
        {full ? (
          <Letter letter={full} />
        ) : error ? (
          <ErrorState error={error} onRetry={onRetry} />
        ) : (
          <p className={classes.text}>{letter.snippet}</p>
        )}
      </article>
      <Choices letter={letter} onPut={onPut} onChoose={onChoose} />
    </div>
  );
}

function Choices({
  letter,
  onPut,
  onChoose,
}: Pick<LetterPaneProps, "onPut" | "onChoose"> & { letter: UnlinkedLetter }) {
  const { t } = useTranslation("inbox");
  const kindName = useCardKindName();
  const reason = REASONS[letter.reason as keyof typeof REASONS] as
    (typeof REASONS)[keyof typeof REASONS] | undefined;
  return (
    <aside className={classes.choices} aria-label={t("choices")}>
      {letter.state === "linked" ? (
        <StandsOn letter={letter} />
      ) : (
        reason && <p className={classes.reason}>{t(reason)}</p>
      )}
      {letter.suggestions.length > 0 && <h3 className={classes.label}>{t("suggested")}</h3>}
      {letter.suggestions.map(({ card, title }, index) => (
        <Choice
          key={cardText(card)}
          icon={<CardIcon kind={card.kind} />}
          title={title}
          note={kindName(card.kind)}
          hotkey={index < 9 ? String(index + 1) : undefined}
          onClick={() => onPut(letter, card, title)}
        />
      ))}
      <h3 className={classes.label}>{t("otherwise")}</h3>
      <Choice
        icon={<IconTargetArrow size={18} stroke={1.75} />}
        title={t("newLead")}
        note={letter.subject || nameOf(letter.from)}
        hotkey="L"
        onClick={() => onPut(letter, "lead", nameOf(letter.from))}
      />
      <Choice
        icon={<IconAddressBook size={18} stroke={1.75} />}
        title={t("newContact")}
        note={nameOf(letter.from)}
        hotkey="C"
        onClick={() => onPut(letter, "contact", nameOf(letter.from))}
      />
      <Choice
        icon={<IconSearch size={18} stroke={1.75} />}
        title={t("existing")}
        note={t("existingNote")}
        hotkey="/"
        onClick={onChoose}
      />
    </aside>
  );
}

function StandsOn({ letter }: { letter: UnlinkedLetter }) {
  const { t } = useTranslation("inbox");
  const titles = useCardTitles(letter.cards);
  return (
    <p className={classes.reason}>
      {t("standsOn")}{" "}
      {letter.cards.map((card, index) => (
        <span key={cardText(card)}>
          {index > 0 && ", "}
          <CardLink card={card} title={titles.get(cardText(card))} />
        </span>
      ))}
    </p>
  );
}

interface ChoiceProps {
  icon: ReactNode;
  title: string;
  note: string;
  hotkey?: string;
  onClick: () => void;
}

function Choice({ icon, title, note, hotkey, onClick }: ChoiceProps) {
  return (
    <Button
      variant="default"
      fullWidth
      justify="flex-start"
      classNames={{ root: classes.choice, inner: classes.choiceInner, label: classes.choiceLabel }}
      leftSection={icon}
      rightSection={hotkey && <Kbd size="xs">{hotkey}</Kbd>}
      aria-keyshortcuts={hotkey}
      onClick={onClick}
    >
      <span className={classes.choiceTitle}>{title}</span>
      <span className={classes.choiceNote}>{note}</span>
    </Button>
  );
}
