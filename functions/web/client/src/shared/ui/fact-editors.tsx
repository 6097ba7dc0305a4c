import { NumberInput, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Money } from "../i18n";
import { type NotedOption, renderNoted } from "./absences/people-options";
import type { FactEditor } from "./fact-field";

/** Editors for `FactField`, one for each sort of value. */

export function textEditor(editor: FactEditor<string>): ReactNode {
  return (
    <TextInput
      id={editor.id}
      size="xs"
      autoFocus
      maxLength={200}
      value={editor.value}
      error={editor.invalid}
      onChange={(event) => editor.change(event.currentTarget.value)}
      onBlur={() => editor.commit()}
      onKeyDown={(event) => event.key === "Enter" && editor.commit()}
    />
  );
}

export function proseEditor(editor: FactEditor<string>): ReactNode {
  return (
    <Textarea
      id={editor.id}
      size="xs"
      autoFocus
      autosize
      minRows={3}
      maxRows={16}
      maxLength={10_000}
      value={editor.value}
      error={editor.invalid}
      onChange={(event) => editor.change(event.currentTarget.value)}
      onBlur={() => editor.commit()}
      onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && editor.commit()}
    />
  );
}

/** Several short texts, such as addresses; one more with Enter or a comma. */
export function listEditor(placeholder: string) {
  return (editor: FactEditor<readonly string[]>): ReactNode => (
    <TagsInput
      id={editor.id}
      size="xs"
      autoFocus
      maxTags={20}
      placeholder={placeholder}
      value={[...editor.value]}
      error={editor.invalid}
      onChange={editor.change}
      onBlur={() => editor.commit()}
      acceptValueOnBlur
    />
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of several; null where it may be none. */
export function choiceEditor(options: readonly NotedOption[], clearable: boolean) {
  return (editor: FactEditor<string | null>): ReactNode => (
    <Select
      id={editor.id}
      aria-label={editor.label}
      size="xs"
      autoFocus
      searchable
      defaultDropdownOpened
      clearable={clearable}
      data={[...options]}
      renderOption={renderNoted}
      value={editor.value}
      error={editor.invalid}
      onChange={(value) => editor.commit(value)}
      onBlur={editor.cancel}
    />
  );
}

export function moneyEditor(editor: FactEditor<Money | null>): ReactNode {
  return <MoneyInput editor={editor} />;
}

function MoneyInput({ editor }: { editor: FactEditor<Money | null> }) {
  const [text, setText] = useState(editor.value?.amount ?? "");
  const currency = editor.value?.currency ?? "RUB";
  const commit = () => editor.commit(text === "" ? null : { amount: text, currency });
  return (
    <NumberInput
      id={editor.id}
      size="xs"
      autoFocus
      min={0}
      decimalScale={2}
      thousandSeparator=" "
      decimalSeparator=","
      allowedDecimalSeparators={[",", "."]}
      hideControls
      suffix={currency === "RUB" ? " ₽" : ` ${currency}`}
      value={text}
      error={editor.invalid}
      onChange={(value) => setText(String(value))}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
    />
  );
}
