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

type Fields = Record<string, unknown>;

/** A card with some of its fields changed; of its own fields those that are named. */
export function patched<C extends object>(card: C, patch: object): C {
  const own = "own" in patch ? { own: { ...ownOf(card), ...ownOf(patch) } } : {};
  return { ...card, ...patch, ...own };
}

function ownOf(card: object): Fields {
  return (card as { own?: Fields | null }).own ?? {};
}

function clash<C extends object>(patch: Partial<C>, before: C, theirs: C): boolean {
  const [wanted, was, is] = [flat(patch), flat(before), flat(theirs)];
  return Object.keys(wanted).some(
    (field) => !same(is[field], was[field]) && !same(is[field], wanted[field]),
  );
}

/** The fields of a card by their names, own fields beside the others. */
function flat(card: object): Fields {
  const { own, ...rest } = card as Fields & { own?: Fields | null };
  const named = Object.entries(own ?? {}).map(([id, value]) => [`own.${id}`, value]);
  return { ...rest, ...(Object.fromEntries(named) as Fields) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
