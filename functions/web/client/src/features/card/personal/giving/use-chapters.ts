import { useTranslation } from "react-i18next";
import { type AnyCard, useFieldBook } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useOwnText } from "@/shared/ui/own/own-text";
import { useFieldName } from "../../history/field-names";
import type { PersonCard } from "../use-kept";
import type { Change, Gathered, Letter } from "./gather";
import type { Chapter } from "./page";

const STANDING = [
  "name",
  "title",
  "emails",
  "phones",
  "job_title",
  "description",
  "source",
] as const;

/** Tells what was gathered in the reader's language. */
export function useChapters(card: PersonCard, record: AnyCard) {
  const { t } = useTranslation("erasing");
  const { exact, bytes } = useFormats();
  const standing = useStanding(card, record);
  const nameOf = useFieldName();
  const former = (change: Change) =>
    change.steps.map((step) => ({
      name: `${exact(change.at)}, ${nameOf(step, card.kind)}`,
      text: step.before.flatMap(({ text }) => text ?? []).join(", ") || t("nothing"),
    }));
  return (found: Gathered, files: readonly string[], withComments: boolean): Chapter[] => {
    const comments = withComments ? found.entries.filter(({ kind }) => kind === "comment") : [];
    const chapters: Chapter[] = [
      { title: t("where_card"), text: t("keptText"), lines: standing },
      {
        title: t("where_deals"),
        lines: found.deals.map(({ title, created_at: at }) => ({ name: exact(at), text: title })),
      },
      {
        title: t("where_letters"),
        lines: found.letters.map((letter) => ({
          name: headOf(letter, exact),
          text: letter.text || letter.snippet,
        })),
      },
      {
        title: t("where_comments"),
        lines: comments.map(({ at, actor, text, summary }) => ({
          name: `${exact(at)}, ${actor.name}`,
          text: text ?? summary,
        })),
      },
      {
        title: t("where_files"),
        lines: found.documents.map(({ name, size, created_at: at }) => ({
          name,
          text: `${exact(at)}, ${bytes(size)}`,
        })),
      },
      { title: t("givenFiles"), lines: files.map((name) => ({ name, text: "" })) },
      { title: t("where_history"), text: t("historyText"), lines: found.changes.flatMap(former) },
    ];
    const more = ["where_account", "where_notices"] as const;
    const lines = more.map((name) => ({
      name: t(name),
      text: t(name === "where_account" ? "accountText" : "noticesText"),
    }));
    const kept = [{ name: t("givenKept"), text: t("willKeep") }, ...lines];
    return [...chapters, { title: t("givenWhy"), lines: kept }].filter(
      (chapter) => chapter.lines.length > 0,
    );
  };
}

function headOf(letter: Letter, exact: (at: string) => string): string {
  const to = letter.to.map(({ address }) => address).join(", ");
  return `${exact(letter.at)}, ${letter.from.address} → ${to}: ${letter.subject}`;
}

/** What stands on the card now, the company's own fields that are of the person too. */
function useStanding(card: PersonCard, record: AnyCard) {
  const nameOf = useFieldName();
  const textOf = useOwnText();
  const values = record as unknown as Partial<Record<string, string | string[] | null>>;
  const usual = STANDING.map((field) => ({
    name: nameOf({ field, label: null }, card.kind),
    text: [values[field] ?? []].flat().join(", "),
  }));
  const handles = "handles" in record ? record.handles : [];
  const own = (useFieldBook(card.kind) ?? [])
    .filter(({ personal }) => personal)
    .map((field) => ({ name: field.name, text: textOf(field, record.own?.[field.id]) }));
  const named = handles.map(({ channel, value }) => ({ name: channel, text: value }));
  return [...usual, ...named, ...own].filter(({ text }) => text !== "");
}
