import { Modal, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, isSameCard, useCardSearch } from "@/shared/api";
import { CardIcon, useCardKindName } from "@/shared/ui";
import classes from "./move-dialog.module.css";

interface MoveDialogProps {
  /** Where it stands already. */
  not: CardRef;
  onChoose: (card: CardRef, title: string) => void;
  onClose: () => void;
}

/** The card that a letter belongs to, found by a few letters: arrows walk, Enter takes the first. */
export function MoveDialog({ not, onChoose, onClose }: MoveDialogProps) {
  const { t } = useTranslation(["card", "common"]);
  const kindName = useCardKindName();
  const [query, setQuery] = useState("");
  const search = useCardSearch(query, true);
  const found = search.found.filter(({ card }) => !isSameCard(card, not));
  const list = useRef<HTMLUListElement>(null);
  const choose = (one: (typeof found)[number]) => {
    onClose();
    onChoose(one.card, one.title);
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
      title={t("letterMoveTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {/* The arrows are a shortcut between the buttons of the list. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={walk}>
        <TextInput
          data-autofocus
          aria-label={t("letterMoveSearch")}
          placeholder={t("letterMoveSearch")}
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
            (search.searching ? t("common:loading") : t("searchNone"))}
        </p>
      </div>
    </Modal>
  );
}
