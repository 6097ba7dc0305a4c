import { MultiSelect, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import type { FocusEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { type OwnField, type OwnType, type OwnValue, useColleagues } from "../../api";
import { MoneyInput } from "./own-money";
import type { OwnInputProps } from "./own-props";

/** What is typed or chosen into an own field, whatever its type; a file has an editor of its own. */
export function OwnInput(props: OwnInputProps) {
  switch (props.field.type) {
    case "choice":
    case "person":
    case "yes_no":
      return <OneInput {...props} />;
    case "choices":
      return <SeveralInput {...props} />;
    case "money":
      return <MoneyInput {...props} common={commonOf(props)} />;
    case "number":
      return <DecimalInput {...props} />;
    case "long_text":
      return <ProseInput {...props} />;
    default:
      return <LineInput {...props} />;
  }
}

/** What all inputs have: their name, their help, their error. */
function commonOf({ field, id, size, labelled, autoFocus, error }: OwnInputProps) {
  return {
    id,
    size,
    autoFocus,
    error,
    label: labelled ? field.name : undefined,
    description: labelled ? (field.help ?? undefined) : undefined,
    "aria-label": labelled ? undefined : field.name,
    required: labelled && field.required,
    withAsterisk: false,
  };
}

const KEYBOARDS: Partial<Record<OwnType, "url" | "email" | "tel">> = {
  link: "url",
  email: "email",
  phone: "tel",
};
const LONGEST: Partial<Record<OwnType, number>> = { link: 1000, email: 254, phone: 40 };

function LineInput(props: OwnInputProps) {
  const { field, value, onChange, onDone } = props;
  const { type } = field;
  return (
    <TextInput
      {...commonOf(props)}
      // A browser refuses an address without its scheme before the portal could complete it.
      type={type === "date" ? "date" : "text"}
      inputMode={KEYBOARDS[type]}
      max={type === "date" ? "9999-12-31" : undefined}
      maxLength={LONGEST[type] ?? 200}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      onBlur={() => onDone?.()}
      onKeyDown={(event) => onDone && event.key === "Enter" && onDone()}
    />
  );
}

function ProseInput(props: OwnInputProps) {
  const { value, onChange, onDone } = props;
  return (
    <Textarea
      {...commonOf(props)}
      autosize
      minRows={2}
      maxRows={16}
      maxLength={5000}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      onBlur={() => onDone?.()}
      onKeyDown={(event) => onDone && event.key === "Enter" && event.ctrlKey && onDone()}
    />
  );
}

function DecimalInput(props: OwnInputProps) {
  const { value, onChange, onDone } = props;
  const { i18n } = useTranslation();
  return (
    <NumberInput
      {...commonOf(props)}
      hideControls
      decimalScale={6}
      maxLength={24}
      thousandSeparator=" "
      decimalSeparator={i18n.language === "ru" ? "," : "."}
      allowedDecimalSeparators={[",", "."]}
      value={typeof value === "string" ? value : ""}
      onValueChange={({ value: typed }) => onChange(typed || null)}
      onBlur={() => onDone?.()}
      onKeyDown={(event: KeyboardEvent) => onDone && event.key === "Enter" && onDone()}
    />
  );
}

const YES = "yes";
const NO = "no";

/** One of several: an option, a colleague, yes or no. */
function OneInput(props: OwnInputProps) {
  const { field, value, onChange, onDone, onCancel } = props;
  const options = useOptions(field, value);
  const shown = typeof value === "boolean" ? (value ? YES : NO) : value;
  const meant = (text: string | null) =>
    field.type === "yes_no" && text !== null ? text === YES : text;
  return (
    <Select
      {...commonOf(props)}
      searchable={options.length > 6}
      clearable={!field.required}
      defaultDropdownOpened={onDone !== undefined}
      data={options}
      value={typeof shown === "string" ? shown : null}
      onChange={(text) => {
        onChange(meant(text));
        onDone?.(meant(text));
      }}
      onBlur={onCancel}
    />
  );
}

function SeveralInput(props: OwnInputProps) {
  const { field, value, onChange, onDone } = props;
  const options = useOptions(field, value);
  return (
    <MultiSelect
      {...commonOf(props)}
      searchable
      hidePickedOptions
      defaultDropdownOpened={onDone !== undefined}
      data={options}
      value={Array.isArray(value) ? value : []}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : null)}
      onBlur={(event: FocusEvent) => event.currentTarget !== event.relatedTarget && onDone?.()}
    />
  );
}

/** What can be chosen; a retired option stays to be seen where it stands. */
function useOptions(field: OwnField, value: OwnValue): { value: string; label: string }[] {
  const { t } = useTranslation("own");
  const colleagues = useColleagues();
  const chosen = Array.isArray(value) ? value : [value];
  switch (field.type) {
    case "yes_no":
      return [
        { value: YES, label: t("yes") },
        { value: NO, label: t("no") },
      ];
    case "person":
      return colleagues.map(({ id, name }) => ({ value: id, label: name }));
    default:
      return field.options
        .filter(({ id, retired }) => !retired || chosen.includes(id))
        .map(({ id, name }) => ({ value: id, label: name }));
  }
}
