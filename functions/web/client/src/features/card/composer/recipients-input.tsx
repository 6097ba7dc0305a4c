import { Combobox, Pill, PillsInput, useCombobox } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addressesIn,
  type Correspondent,
  isAddress,
  sameAddress,
  suggestionsFor,
  withAddresses,
} from "./recipients";
import { useCorrespondents } from "./use-correspondents";
import classes from "./recipients-input.module.css";

interface RecipientsInputProps {
  label: string;
  value: readonly string[];
  onChange: (addresses: string[]) => void;
  known: readonly Correspondent[];
  placeholder?: string;
  error?: string | null;
  autoFocus?: boolean;
  /** At the right of the line. */
  extra?: ReactNode;
}

const COMMIT = new Set(["Enter", ",", ";"]);

/** Addresses as pills. Typed or pasted ones are taken with Enter, a comma or on leaving; wrong ones are marked. */
export function RecipientsInput(props: RecipientsInputProps) {
  const { label, value, onChange, known } = props;
  const { t } = useTranslation("card");
  const [typed, setTyped] = useState("");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const others = useCorrespondents(typed, combobox.dropdownOpened);
  const suggestions = suggestionsFor(typed, known, value, others);
  const take = (text: string) => {
    const added = addressesIn(text);
    if (added.length > 0) onChange(withAddresses(value, added));
    setTyped("");
    combobox.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const picking = event.key === "Enter" && combobox.getSelectedOptionIndex() >= 0;
    const spaced = event.key === " " && isAddress(typed.trim());
    if (!picking && typed.trim() !== "" && (COMMIT.has(event.key) || spaced)) {
      event.preventDefault();
      take(typed);
    } else if (event.key === "Enter" && !picking) event.preventDefault();
    else if (event.key === "Backspace" && typed === "") onChange(value.slice(0, -1));
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text");
    if (!/[,;\n@]/.test(text)) return;
    event.preventDefault();
    take(typed + text);
  };
  return (
    <div className={classes.line}>
      <span aria-hidden className={classes.label}>
        {label}
      </span>
      <div className={classes.field}>
        <Combobox store={combobox} onOptionSubmit={take} withinPortal>
          <Combobox.DropdownTarget>
            <PillsInput size="xs" variant="unstyled" error={Boolean(props.error)}>
              <Pill.Group gap={4}>
                {value.map((address) => (
                  <Recipient
                    key={address}
                    address={address}
                    name={known.find((one) => sameAddress(one.address, address))?.name}
                    onRemove={() => onChange(value.filter((each) => each !== address))}
                  />
                ))}
                <Combobox.EventsTarget>
                  <PillsInput.Field
                    aria-label={label}
                    autoFocus={props.autoFocus}
                    autoComplete="off"
                    inputMode="email"
                    placeholder={value.length === 0 ? props.placeholder : undefined}
                    value={typed}
                    onChange={(event) => {
                      setTyped(event.currentTarget.value);
                      combobox.openDropdown();
                    }}
                    onFocus={() => combobox.openDropdown()}
                    onBlur={() => take(typed)}
                    onKeyDown={onKeyDown}
                    onPaste={onPaste}
                  />
                </Combobox.EventsTarget>
              </Pill.Group>
            </PillsInput>
          </Combobox.DropdownTarget>
          <Combobox.Dropdown hidden={suggestions.length === 0}>
            <Combobox.Options aria-label={t("letterKnown")}>
              {suggestions.map(({ name, address }) => (
                <Combobox.Option key={address} value={address}>
                  <span className={classes.name}>{name}</span>{" "}
                  <span className={classes.address}>{address}</span>
                </Combobox.Option>
              ))}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
        {props.error && (
          <p className={classes.error} role="alert">
            {props.error}
          </p>
        )}
      </div>
      {props.extra}
    </div>
  );
}

interface RecipientProps {
  address: string;
  name: string | undefined;
  onRemove: () => void;
}

function Recipient({ address, name, onRemove }: RecipientProps) {
  const { t } = useTranslation("card");
  const wrong = !isAddress(address);
  return (
    <Pill
      className={classes.pill}
      data-wrong={wrong || undefined}
      withRemoveButton
      removeButtonProps={{
        "aria-label": t("attachRemove", { name: address }),
        "aria-hidden": false,
        tabIndex: 0,
      }}
      onRemove={onRemove}
      title={wrong ? t("letterWrongAddress", { address }) : address}
    >
      {name ?? address}
    </Pill>
  );
}
