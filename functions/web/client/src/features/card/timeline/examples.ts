import type { Entry } from "./queries";

/** A comment of Пётр's for tests, but for what is given. */
export function entry(id: string, at: string, part: Partial<Entry> = {}): Entry {
  return {
    id,
    thread_id: null,
    at,
    kind: "comment",
    direction: null,
    summary: "",
    text: null,
    note: null,
    mark: null,
    privacy: null,
    actor: { kind: "employee", id: "P", name: "Пётр" },
    source: { feature: "crm", id },
    ...part,
  };
}
