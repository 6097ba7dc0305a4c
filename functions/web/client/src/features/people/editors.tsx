import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import type { FactEditor } from "@/shared/ui";
import type { Option } from "@/shared/ui/fact-editors";

/** Several of what there is to choose from; saved on leaving the field. */
export function severalEditor(options: readonly Option[]) {
  return (editor: FactEditor<readonly string[]>): ReactNode => (
    <MultiSelect
      id={editor.id}
      aria-label={editor.label}
      size="xs"
      autoFocus
      searchable
      data={[...options]}
      value={[...editor.value]}
      error={editor.invalid}
      onChange={editor.change}
      onBlur={() => editor.commit()}
    />
  );
}

export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
