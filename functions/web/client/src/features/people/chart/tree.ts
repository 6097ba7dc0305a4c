import type { Schemas } from "@/shared/api";

type Department = Schemas["DepartmentView"];

export interface Branch {
  department: Department;
  below: Branch[];
}

/** The departments as a tree; one whose parent is missing, or that stands in a circle, is at the top. */
export function treeOf(departments: readonly Department[]): Branch[] {
  const known = new Map(departments.map((one) => [one.id, one]));
  const isTop = ({ id, parent_id }: Department) =>
    !parent_id || !known.has(parent_id) || above(known, id).includes(id);
  const branch = (department: Department): Branch => ({
    department,
    below: departments.filter((one) => one.parent_id === department.id && !isTop(one)).map(branch),
  });
  return departments.filter(isTop).map(branch);
}

/** Where a department may be moved: not into itself, nor into what belongs to it. */
export function placesFor(departments: readonly Department[], id: string): Department[] {
  const known = new Map(departments.map((one) => [one.id, one]));
  return departments.filter((one) => one.id !== id && !above(known, one.id).includes(id));
}

/** The ids of those that a department belongs to; of one in a circle its own comes last. */
function above(known: ReadonlyMap<string, Department>, id: string): string[] {
  const found: string[] = [];
  let parent = known.get(id)?.parent_id;
  while (parent && !found.includes(parent)) {
    found.push(parent);
    parent = known.get(parent)?.parent_id;
  }
  return found;
}
