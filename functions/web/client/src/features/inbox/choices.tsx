import { Button, Kbd } from "@mantine/core";
import {
  IconAddressBook,
  IconDownload,
  IconInbox,
  IconMailOff,
  IconSearch,
  IconTargetArrow,
  IconUnlink,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cardText, useCardTitles } from "@/shared/api";
import { CardIcon, CardLink, useCardKindName, When } from "@/shared/ui";
import classes from "./inbox.module.css";
import { type ListedLetter, nameOf, type WholeLetter } from "./letters";
import type { Put } from "./use-moves";

const REASONS = {
  unknown_sender: "reason_unknown_sender",
  several_open_deals: "reason_several_open_deals",
  not_authenticated: "reason_not_authenticated",
  taken_off: "reason_taken_off",
  internal: "reason_internal",
} as const;

interface ChoicesProps {
  letter: ListedLetter | WholeLetter;
  onPut: Put;
  onChoose: () => void;
  onTakeOff: () => void;
  onAside: () => void;
  onSave: () => void;
  /** More that can be done with it. */
  more: ReactNode;
}

/** Where a letter stands or may belong: each way is one press, or one key. */
export function Choices(props: ChoicesProps) {
  const { letter, onPut, onChoose, onTakeOff, onAside, onSave, more } = props;
  const { t } = useTranslation("inbox");
  const kindName = useCardKindName();
  const linked = letter.state === "linked";
  const name = nameOf(letter.from);
  return (
    <aside className={classes.choices} aria-label={t("choices")}>
      {linked ? <StandsOn letter={letter} onTakeOff={onTakeOff} /> : <Reason letter={letter} />}
      {letter.suggestions.length > 0 && <h3 className={classes.label}>{t("suggested")}</h3>}
      {letter.suggestions.length > 0 && (
        <div className={classes.suggestions}>
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
        </div>
      )}
      <h3 className={classes.label}>{linked ? t("elsewhere") : t("otherwise")}</h3>
      <div className={classes.others}>
        <Choice
          icon={<IconTargetArrow size={18} stroke={1.75} />}
          title={t("newLead")}
          note={letter.subject || name}
          hotkey="L"
          onClick={() => onPut(letter, "lead", name)}
        />
        <Choice
          icon={<IconAddressBook size={18} stroke={1.75} />}
          title={t("newContact")}
          note={name}
          hotkey="C"
          onClick={() => onPut(letter, "contact", name)}
        />
        <Choice
          icon={<IconSearch size={18} stroke={1.75} />}
          title={t("existing")}
          note={t("existingNote")}
          hotkey="/"
          onClick={onChoose}
        />
        {letter.state === "unlinked" && letter.channel === "mail" && (
          <Choice
            icon={<IconMailOff size={18} stroke={1.75} />}
            title={t("putAside")}
            note={t("putAsideNote")}
            hotkey="X"
            onClick={onAside}
          />
        )}
        {letter.state === "aside" && (
          <Choice
            icon={<IconInbox size={18} stroke={1.75} />}
            title={t("putBack")}
            note={t("putBackNote")}
            onClick={onTakeOff}
          />
        )}
        {more}
      </div>
      <History letter={letter} />
      {letter.channel === "mail" && (
        <Button
          className={classes.source}
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconDownload size={16} />}
          onClick={onSave}
        >
          {t("saveRaw")}
        </Button>
      )}
    </aside>
  );
}

function Reason({ letter }: Pick<ChoicesProps, "letter">) {
  const { t } = useTranslation("inbox");
  const reason = REASONS[letter.reason as keyof typeof REASONS] as
    (typeof REASONS)[keyof typeof REASONS] | undefined;
  return reason ? <p className={classes.reason}>{t(reason)}</p> : null;
}

function StandsOn({ letter, onTakeOff }: Pick<ChoicesProps, "letter" | "onTakeOff">) {
  const { t } = useTranslation("inbox");
  const titles = useCardTitles(letter.cards);
  return (
    <div className={classes.reason}>
      {t("standsOn")}
      <ul className={classes.standsOn}>
        {letter.cards.map((card) => (
          <li key={cardText(card)}>
            <CardIcon kind={card.kind} size={16} />
            <CardLink card={card} title={titles.get(cardText(card))} />
          </li>
        ))}
      </ul>
      {letter.channel === "mail" && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUnlink size={16} />}
          onClick={onTakeOff}
        >
          {t("takeOff")}
        </Button>
      )}
    </div>
  );
}

/** Who moved the letter before, the last one first. */
function History({ letter }: Pick<ChoicesProps, "letter">) {
  const { t } = useTranslation("inbox");
  const changes = "link_history" in letter ? letter.link_history.toReversed() : [];
  const titles = useCardTitles(changes.flatMap(({ card }) => card ?? []));
  const kindName = useCardKindName();
  if (changes.length === 0) return null;
  return (
    <details className={classes.history}>
      <summary>{t("history", { count: changes.length })}</summary>
      <ol>
        {changes.map(({ at, by, card }) => (
          <li key={at}>
            {card
              ? t("movedBy", {
                  name: by.name,
                  title: titles.get(cardText(card)) ?? kindName(card.kind),
                })
              : t("takenOffBy", { name: by.name })}
            {" · "}
            <When at={at} />
          </li>
        ))}
      </ol>
    </details>
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
      classNames={{
        root: classes.choice,
        inner: classes.choiceInner,
        label: classes.choiceLabel,
        section: classes.choiceSection,
      }}
      leftSection={icon}
      rightSection={hotkey && <Kbd size="xs">{hotkey}</Kbd>}
      aria-keyshortcuts={hotkey}
      title={title}
      onClick={onClick}
    >
      <span className={classes.choiceTitle}>{title}</span>
      <span className={classes.choiceNote}>{note}</span>
    </Button>
  );
}
