import "@mantine/tiptap/styles.css";
import { RichTextEditor } from "@mantine/tiptap";
import Placeholder from "@tiptap/extension-placeholder";
import { type Editor, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Chips } from "./chips";
import { cleanedPaste } from "./pasted";
import { escaped } from "./plain-text";
import classes from "./rich-text.module.css";

export interface RichTextProps {
  label: string;
  placeholder: string;
  /** Empty for an empty text. */
  html: string;
  onChange: (html: string) => void;
  /** Files that were dropped or pasted into the text. */
  onFiles: (files: File[]) => void;
  /** Grows whenever the text is to be gone to. */
  focus: number;
  invalid?: boolean;
  /** At the end of the toolbar: what puts something in where the person writes. */
  tools?: (insert: (text: string) => void) => ReactNode;
}

/** A text with the formatting that letters bear: bold, italic, lists, links, quotes. */
export default function RichText(props: RichTextProps) {
  const { t } = useTranslation("editor");
  const editor = useTextEditor(props);
  return (
    <RichTextEditor
      editor={editor}
      variant="subtle"
      withTypographyStyles={false}
      withCodeHighlightStyles={false}
      className={classes.editor}
      classNames={{ toolbar: classes.toolbar, content: classes.content, control: classes.control }}
      data-invalid={props.invalid || undefined}
      labels={{
        boldControlLabel: t("bold"),
        italicControlLabel: t("italic"),
        bulletListControlLabel: t("bullets"),
        orderedListControlLabel: t("numbers"),
        blockquoteControlLabel: t("quote"),
        linkControlLabel: t("link"),
        linkEditorInputLabel: t("linkAddress"),
        linkEditorInputPlaceholder: "https://",
        linkEditorSave: t("linkSave"),
        linkEditorExternalLink: t("linkNewTab"),
        linkEditorInternalLink: t("linkSameTab"),
        unlinkControlLabel: t("unlink"),
        clearFormattingControlLabel: t("clear"),
      }}
    >
      <RichTextEditor.Content />
      <RichTextEditor.Toolbar>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
        <RichTextEditor.Link popoverProps={{ position: "top-start" }} />
        <RichTextEditor.ClearFormatting />
        {props.tools?.((text) => editor?.chain().focus().insertContent(escaped(text)).run())}
      </RichTextEditor.Toolbar>
    </RichTextEditor>
  );
}

function useTextEditor(props: RichTextProps): Editor | null {
  // The editor is made once; what it calls is always what was given last.
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        code: false,
        codeBlock: false,
        horizontalRule: false,
        link: { openOnClick: false, defaultProtocol: "https", protocols: ["mailto", "tel"] },
      }),
      Chips.configure({ chip: classes.chip }),
      Placeholder.configure({ placeholder: props.placeholder }),
    ],
    content: props.html,
    shouldRerenderOnTransaction: true,
    onUpdate: ({ editor: changed }) => latest.current.onChange(htmlOf(changed)),
    editorProps: {
      attributes: { "aria-label": props.label, role: "textbox", "aria-multiline": "true" },
      transformPastedHTML: cleanedPaste,
      // The letter's own shortcut, which the editor would take for a line break.
      handleKeyDown: (_view, event) => event.key === "Enter" && (event.ctrlKey || event.metaKey),
      handlePaste: (_view, event) => takeFiles(event.clipboardData, latest.current.onFiles),
      handleDrop: (_view, event) => takeFiles(event.dataTransfer, latest.current.onFiles),
    },
  });
  useOutsideChange(editor, props.html);
  useFocus(editor, props.focus);
  return editor;
}

/** Shows a text that came from elsewhere: an answer begun, a letter that came back. */
function useOutsideChange(editor: Editor | null, html: string): void {
  useEffect(() => {
    if (isAlive(editor) && htmlOf(editor) !== html)
      editor.commands.setContent(html, { emitUpdate: false });
  }, [editor, html]);
}

function useFocus(editor: Editor | null, focus: number): void {
  useEffect(() => {
    if (isAlive(editor) && focus > 0) editor.commands.focus("end");
  }, [editor, focus]);
}

/** React may show the box once more before the editor made for it takes the former one's place. */
function isAlive(editor: Editor | null): editor is Editor {
  return editor !== null && !editor.isDestroyed;
}

function htmlOf(editor: Editor): string {
  return editor.isEmpty ? "" : editor.getHTML();
}

/** Word puts a picture of the text beside the text: then the text is meant. */
function takeFiles(data: DataTransfer | null, onFiles: (files: File[]) => void): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || data?.types.includes("text/html")) return false;
  onFiles(files);
  return true;
}
