import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardKind, type FoundCard, useCardSearch, useNewestCards } from "../api";
import { CardIcon } from "./card-kind";
import classes from "./card-choice.module.css";

/** A card that there is, or the name of a new one. */
export type Choice = { id: string; title: string } | { name: string };

interface CardChoiceProps {
  kind: CardKind;
  label: string;
  description?: string;
  error?: string | null;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  /** What is said of a name that no card has: a new one will be made. Without it only cards are chosen. */
  newLabel?: string;
  autoFocus?: boolean;
  /** Whether it stands in a popover, which a press on what is elsewhere in the page would close. */
  inPopover?: boolean;
}

/** A card found by a few letters; where it may be new, what was typed is its name. */
export function CardChoice(props: CardChoiceProps) {
  const { kind, value, onChange, newLabel } = props;
  const { t } = useTranslation();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [typed, setTyped] = useState("");
  const known = value && "id" in value ? value : null;
  const name = value && "name" in value ? value.name : "";
  const words = known ? "" : newLabel ? name : typed;
  const options = useOptions(kind, words, box.dropdownOpened);
  const type = (text: string) => {
    box.openDropdown();
    if (newLabel) onChange(text === "" ? null : { name: text });
    else setTyped(text);
    if (!newLabel && known) onChange(null);
  };
  const choose = (id: string) => {
    const card = options.found.find((one) => one.card.id === id);
    if (card) onChange({ id, title: card.title });
    setTyped("");
    box.closeDropdown();
  };
  return (
    <Combobox store={box} onOptionSubmit={choose} withinPortal={!props.inPopover}>
      <Combobox.Target>
        <TextInput
          label={props.label}
          description={props.description}
          error={props.error}
          data-autofocus={props.autoFocus || undefined}
          maxLength={200}
          autoComplete="off"
          value={known?.title ?? words}
          leftSection={known ? <CardIcon kind={kind} size={16} /> : undefined}
          rightSectionWidth={known ? 36 : newLabel && name.trim() !== "" ? 116 : undefined}
          rightSectionPointerEvents="all"
          rightSection={
            known ? (
              <Combobox.ClearButton
                aria-label={t("clear")}
                onClear={() => onChange(null)}
                className={classes.clear}
              />
            ) : newLabel && name.trim() !== "" ? (
              <span className={classes.new}>{t("newOne")}</span>
            ) : undefined
          }
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => box.openDropdown()}
          onBlur={() => {
            box.closeDropdown();
            setTyped("");
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={options.found.length === 0 && (words === "" || !!newLabel)}>
        <Combobox.Options mah={260} className={classes.options}>
          {newLabel && name.trim() !== "" && (
            <Combobox.Option value="" className={classes.option}>
              <IconPlus size={16} aria-hidden />
              <span className={classes.title}>
                {newLabel} «{name.trim()}»
              </span>
            </Combobox.Option>
          )}
          {options.found.map((one) => (
            <Combobox.Option key={one.card.id} value={one.card.id} className={classes.option}>
              <CardIcon kind={kind} size={16} />
              <span className={classes.title}>{one.title}</span>
              <span className={classes.note}>{one.subtitle}</span>
            </Combobox.Option>
          ))}
          {options.found.length === 0 && words !== "" && !newLabel && (
            <Combobox.Empty>{options.searching ? t("loading") : t("nothingFound")}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The newest cards of a kind until something is typed, then those it finds. */
function useOptions(kind: CardKind, words: string, wanted: boolean) {
  const newest = useNewestCards(kind, wanted);
  const { found, searching } = useCardSearch(words, wanted && words.trim() !== "");
  const ofKind: readonly FoundCard[] =
    words.trim() === "" ? newest : found.filter((one) => one.card.kind === kind);
  return { found: ofKind, searching };
}
