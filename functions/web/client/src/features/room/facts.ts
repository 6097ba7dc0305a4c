import type { Schemas } from "@/shared/api";

type Entry = Pick<Schemas["EntryView"], "kind" | "summary" | "actor">;

/** The stage a deal stands in, by the newest entry that tells of one. Entries are newest first. */
export function stageOf(entries: readonly Entry[]): string | null {
  return entries.find(({ kind }) => kind === "stage")?.summary ?? null;
}

/** Who works with the client: the colleague who last did something that he sees. */
export function managerOf(entries: readonly Entry[]): string | null {
  return entries.find(({ actor }) => actor.kind === "employee")?.actor.name ?? null;
}
