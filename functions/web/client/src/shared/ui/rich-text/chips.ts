import { Extension } from "@tiptap/react";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

const BRACED = /{{[^{}]*}}/g;

/** What stands in double braces shows as a chip: it is no word of the letter, and something will take its place. */
export const Chips = Extension.create<{ chip: string }>({
  name: "chips",
  addOptions: () => ({ chip: "" }),
  addProseMirrorPlugins() {
    const { chip } = this.options;
    return [
      new Plugin({
        props: { decorations: ({ doc }) => DecorationSet.create(doc, chipsIn(doc, chip)) },
      }),
    ];
  },
});

function chipsIn(doc: Node, chip: string): Decoration[] {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    for (const braced of node.text?.matchAll(BRACED) ?? [])
      found.push(
        Decoration.inline(at + braced.index, at + braced.index + braced[0].length, { class: chip }),
      );
  });
  return found;
}
