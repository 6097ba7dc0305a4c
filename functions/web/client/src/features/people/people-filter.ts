import type { Person } from "@/shared/api";

export interface PeopleFilter {
  q?: string;
  department?: string;
  /** Those who no longer work here as well. */
  gone?: true;
}

/** Case and ё make no difference. */
function folded(text: string): string {
  return text.toLocaleLowerCase().replaceAll("ё", "е");
}

/** Whether each word that was typed begins a word of the person's name, position or address. */
function isNamed(person: Person, query: string): boolean {
  const words = folded(`${person.name} ${person.job_title ?? ""} ${person.email}`).split(/[\s-]+/);
  return folded(query)
    .split(/\s+/)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

export function isShown(person: Person, filter: PeopleFilter): boolean {
  const { q, department, gone } = filter;
  return (
    (person.active || gone === true) &&
    (!department || person.department_ids.includes(department)) &&
    (!q?.trim() || isNamed(person, q.trim()))
  );
}
