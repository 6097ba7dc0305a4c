import { Modal, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CardKind,
  type CardRef,
  cardText,
  type FoundCard,
  isSameCard,
  useCardSearch,
} from "@/shared/api";
import { CardIcon, useCardKindName } from "./card-kind";
import classes from "./find-card.module.css";

interface FindCardProps {
  title: string;
  /** The only kind that is a choice. */
  kind?: CardKind;
  /** A card that is no choice, such as the one on which it stands already. */
  not?: CardRef;
  onChoose: (found: FoundCard) => void;
  onClose: () => void;
}

/** The card of a letter, found by a few letters: arrows walk, Enter takes the first. */
export function FindCard({ title, kind, not, onChoose, onClose }: FindCardProps) {
  const { t } = useTranslation(["letter", "common"]);
  const kindName = useCardKindName();
  const [query, setQuery] = useState("");
  const { found: all, searching } = useCardSearch(query, true);
  const found = all.filter(
    ({ card }) => (!kind || card.kind === kind) && (!not || !isSameCard(card, not)),
  );
  const list = useRef<HTMLUListElement>(null);
  const choose = (card: FoundCard) => {
    onClose();
    onChoose(card);
  };
  const walk = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {/* The arrows are a shortcut between the buttons of the list. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={walk}>
        <TextInput
          data-autofocus
          aria-label={t("cardLabel")}
          placeholder={t("cardLabel")}
          leftSection={<IconSearch size={16} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && found[0]) choose(found[0]);
          }}
        />
        <ul ref={list} className={classes.list}>
          {found.map((one) => (
            <li key={cardText(one.card)}>
              <button type="button" className={classes.card} onClick={() => choose(one)}>
                <CardIcon kind={one.card.kind} />
                <span className={classes.title}>{one.title}</span>
                <span className={classes.note}>{one.subtitle ?? kindName(one.card.kind)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className={classes.nothing} role="status">
          {query.trim() !== "" &&
            found.length === 0 &&
            (searching ? t("common:loading") : t("cardNothing"))}
        </p>
      </div>
    </Modal>
  );
}
