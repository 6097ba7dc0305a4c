import { Combobox, Pill, PillsInput, useCombobox } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardKind, type FoundCard, useCardSearch, useNewestCards } from "@/shared/api";
import classes from "./card-picker.module.css";

const NEW = "new:";

interface CardPickerProps {
  id: string;
  kind: CardKind;
  chosen: readonly string[];
  titles: ReadonlyMap<string, string>;
  invalid: boolean;
  newLabel: (name: string) => string;
  onNew: (name: string) => Promise<void>;
  onAdd: (id: string) => void;
  onRemove: (id: string) => void;
  onLeave: () => void;
}

/** Cards found by a few letters; a name that no card has can become one. */
export function CardPicker(props: CardPickerProps) {
  const { t } = useTranslation(["card", "common"]);
  const box = useCombobox({ defaultOpened: true });
  const [typed, setTyped] = useState("");
  const { found, searching } = useOptions(props.kind, typed, props.chosen);
  const name = typed.trim();
  const submit = (value: string) => {
    setTyped("");
    if (value.startsWith(NEW)) void props.onNew(value.slice(NEW.length));
    else props.onAdd(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = props.chosen.at(-1);
    if (event.key === "Backspace" && typed === "" && last) props.onRemove(last);
  };
  return (
    <Combobox store={box} onOptionSubmit={submit} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput size="xs" error={props.invalid}>
          <Pill.Group gap={4}>
            {props.chosen.map((id) => (
              <Pill
                key={id}
                withRemoveButton
                removeButtonProps={{
                  "aria-label": t("attachRemove", { name: props.titles.get(id) ?? "" }),
                  "aria-hidden": false,
                  onMouseDown: (event) => event.preventDefault(),
                }}
                onRemove={() => props.onRemove(id)}
              >
                {props.titles.get(id)}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                id={props.id}
                autoFocus
                autoComplete="off"
                maxLength={200}
                placeholder={t("pickerPlaceholder")}
                value={typed}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  box.openDropdown();
                  box.updateSelectedOptionIndex();
                }}
                onBlur={props.onLeave}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} className={classes.options}>
          {found.map((one) => (
            <Combobox.Option key={one.card.id} value={one.card.id}>
              <span className={classes.title}>{one.title}</span>
              {one.subtitle && <span className={classes.note}> {one.subtitle}</span>}
            </Combobox.Option>
          ))}
          {name !== "" && (
            <Combobox.Option value={NEW + name} className={classes.new}>
              <IconPlus size={14} aria-hidden /> {props.newLabel(name)}
            </Combobox.Option>
          )}
          {found.length === 0 && name === "" && (
            <Combobox.Empty>{searching ? t("common:loading") : t("pickerEmpty")}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The newest cards of the kind until something is typed, then those it finds; never those chosen already. */
function useOptions(kind: CardKind, typed: string, chosen: readonly string[]) {
  const words = typed.trim();
  const newest = useNewestCards(kind, true);
  const search = useCardSearch(typed, words !== "");
  const all: readonly FoundCard[] =
    words === "" ? newest : search.found.filter(({ card }) => card.kind === kind);
  return {
    found: all.filter(({ card }) => !chosen.includes(card.id)),
    searching: search.searching,
  };
}
