import type { Pipeline, Schemas } from "@/shared/api";

/** A stage as it is being drawn: one there is, by its id, or a new one. */
export interface StageDraft {
  key: string;
  id: string | null;
  name: string;
  kind: "open" | "won" | "lost";
  probability: number;
  colour: Colour;
  required: readonly string[];
  /** After how many days a deal stands there for too long; null for never. */
  most_days: number | null;
  /** Of a stage that is taken away: where its deals go. */
  into?: string;
}

export type Colour = Schemas["StageView"]["colour"];

export const COLOURS: readonly Colour[] = [
  "gray",
  "blue",
  "teal",
  "green",
  "yellow",
  "orange",
  "red",
  "violet",
];

export function draftsOf(pipeline: Pick<Pipeline, "stages">): StageDraft[] {
  return pipeline.stages.map((stage) => ({ key: stage.id, ...stage }));
}

export function moved(drafts: readonly StageDraft[], from: number, to: number): StageDraft[] {
  const rest = drafts.filter((_, index) => index !== from);
  const one = drafts[from];
  if (!one || to < 0 || to > rest.length) return [...drafts];
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** A new open stage, behind the open ones there are and half-way to certainty. */
export function withNew(drafts: readonly StageDraft[], key: string): StageDraft[] {
  const last = drafts.findLastIndex((draft) => draft.kind === "open");
  const before = drafts[last]?.probability ?? 0;
  const draft: StageDraft = {
    key,
    id: null,
    name: "",
    kind: "open",
    probability: Math.round((before + 100) / 2),
    colour: "gray",
    required: [],
    most_days: null,
  };
  return [...drafts.slice(0, last + 1), draft, ...drafts.slice(last + 1)];
}

export type StageProblem = "empty" | "twice";

/** What is wrong with the names, by the key of the stage. */
export function problemsOf(drafts: readonly StageDraft[]): ReadonlyMap<string, StageProblem> {
  const seen = new Set<string>();
  const problems = new Map<string, StageProblem>();
  for (const { key, name, into } of drafts) {
    if (into !== undefined) continue;
    const folded = name.trim().toLocaleLowerCase();
    if (!folded) problems.set(key, "empty");
    else if (seen.has(folded)) problems.set(key, "twice");
    seen.add(folded);
  }
  return problems;
}

/** The stages that stay, as the portal takes them. */
export function toBody(drafts: readonly StageDraft[]): Schemas["DrawnStage"][] {
  return drafts
    .filter(({ into }) => into === undefined)
    .map(({ id, name, kind, probability, colour, required, most_days }) => {
      const drawn = { name: name.trim(), probability, colour, required: [...required] };
      // Of a stage there is, nought days take the bound away, and none would leave it.
      return id === null
        ? { ...drawn, kind, most_days }
        : { ...drawn, id, most_days: most_days ?? 0 };
    });
}

/** Where the deals of the stages that go are put. */
export function intoOf(drafts: readonly StageDraft[]): Record<string, string> {
  return Object.fromEntries(drafts.flatMap(({ id, into }) => (id && into ? [[id, into]] : [])));
}
