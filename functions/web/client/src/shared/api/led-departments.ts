import type { Schemas } from "./client";
import type { Person } from "./session";

type Leader = Pick<Person, "roles" | "headed_department_ids">;
type Department = Pick<Schemas["DepartmentView"], "id" | "name" | "parent_id">;

/** The departments with which somebody may share: an owner with all, a head with his own and what belongs to them. */
export function ledDepartments<T extends Department>(leader: Leader, all: readonly T[]): T[] {
  if (leader.roles.includes("owner")) return [...all];
  const led = new Set(leader.headed_department_ids);
  for (let known = -1; known < led.size;) {
    known = led.size;
    for (const { id, parent_id } of all) if (parent_id && led.has(parent_id)) led.add(id);
  }
  return all.filter(({ id }) => led.has(id));
}
