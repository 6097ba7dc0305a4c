import type { Schemas } from "@/shared/api";

type Person = Pick<
  Schemas["PersonView"],
  "id" | "name" | "roles" | "department_ids" | "headed_department_ids"
>;

/** Whether somebody may see what an audience may, by the grants that he holds. */
export function maySee(person: Person, audience: readonly string[]): boolean {
  const grants = new Set([
    `employee:${person.id}`,
    ...[...person.department_ids, ...person.headed_department_ids].map((id) => `department:${id}`),
    ...person.headed_department_ids.map((id) => `head:${id}`),
    ...(person.roles.includes("owner") ? ["role:owner"] : []),
  ]);
  return audience.some((token) => grants.has(token));
}

/** The name that is being typed after an @, and where it begins; null where none is. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}.'-]{0,40}(?: [\p{L}\p{M}.'-]{0,40})?)$/u.exec(
    text.slice(0, caret),
  );
  if (!found) return null;
  const typed = found[1] ?? "";
  return { from: caret - typed.length - 1, typed };
}

/** Those whose name, or a word of it, begins with what is typed. */
export function namesLike<P extends Person>(people: readonly P[], typed: string): P[] {
  const wanted = folded(typed);
  return people
    .filter(({ name }) => folded(name).startsWith(wanted) || folded(name).includes(` ${wanted}`))
    .slice(0, 6);
}

/** Who is called by name in a text; of two names, one of which begins the other, the longer. */
export function mentionedIn<P extends Person>(text: string, people: readonly P[]): P[] {
  let rest = text;
  const found = [...people]
    .sort((one, other) => other.name.length - one.name.length)
    .filter(({ name }) => {
      const called = rest.includes(`@${name}`);
      rest = rest.replaceAll(`@${name}`, " ");
      return called;
    });
  return people.filter((person) => found.includes(person));
}

function folded(text: string): string {
  return text.toLocaleLowerCase().replaceAll("ё", "е");
}
