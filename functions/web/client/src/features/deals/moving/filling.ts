import type { Schemas } from "@/shared/api";

type Patch = Schemas["DealPatch"];

const OWN = "own.";

/** Of what was filled in for several deals the part that one of them lacks. */
export function partOf(patch: Patch, missing: readonly string[]): Patch {
  const plain = Object.entries(patch).filter(([name]) => missing.includes(name));
  const own = Object.entries(patch.own ?? {}).filter(([id]) => missing.includes(`${OWN}${id}`));
  return {
    ...Object.fromEntries(plain),
    ...(own.length > 0 ? { own: Object.fromEntries(own) } : {}),
  };
}

/** What empties again what such a part has filled. */
export function emptyingOf(part: Patch): Patch {
  const { own, ...plain } = part;
  const empty = Object.keys(plain).map((name) => [name, name === "contact_ids" ? [] : null]);
  const ids = Object.keys(own ?? {}).map((id) => [id, null]);
  return {
    ...(Object.fromEntries(empty) as Patch),
    ...(ids.length > 0 ? { own: Object.fromEntries(ids) as Patch["own"] } : {}),
  };
}
