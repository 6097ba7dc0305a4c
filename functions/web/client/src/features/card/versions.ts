import { type ProblemError, toProblem } from "@/shared/api";

/** The version of each card that was read last, as the portal marks it. */
const tags = new Map<string, string>();

/** How the portal says that somebody saved in between. */
export const STALE = 412;
const TRIES = 3;

/** A card that somebody else has changed in the very fields that were to be saved. */
export class ChangedMeanwhile<C> extends Error {
  override readonly name = "ChangedMeanwhile";

  constructor(
    readonly theirs: C,
    override readonly cause: ProblemError,
  ) {
    super(cause.message);
  }
}

interface Answered<C> {
  data?: C;
  response: Response;
}

/** The body of an answer, whose version is noted. */
export async function noted<C extends { id: string }>(call: Promise<Answered<C>>): Promise<C> {
  const { data, response } = await call;
  if (!data) throw new Error("The answer has no card.");
  const tag = response.headers.get("etag");
  if (tag) tags.set(data.id, tag.replace(/^W\//, ""));
  return data;
}

export function versionOf(id: string): Record<string, string> {
  const tag = tags.get(id);
  return tag ? { "If-Match": tag } : {};
}

/**
 * Saves some fields of a card that was seen as `before`. Another's change to other fields is no obstacle.
 *
 * @throws ChangedMeanwhile when it was to these.
 */
export async function savedOver<C extends object>(
  patch: Partial<C>,
  before: C | undefined,
  save: () => Promise<C>,
  read: () => Promise<C>,
): Promise<C> {
  for (let tries = 1; ; tries += 1)
    try {
      return await save();
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status !== STALE || tries === TRIES) throw error;
      const theirs = await read();
      if (before && clash(patch, before, theirs)) throw new ChangedMeanwhile(theirs, problem);
    }
}

function clash<C extends object>(patch: Partial<C>, before: C, theirs: C): boolean {
  return (Object.keys(patch) as (keyof C)[]).some(
    (field) => !same(theirs[field], before[field]) && !same(theirs[field], patch[field]),
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
