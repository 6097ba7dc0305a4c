import type { Schemas } from "@/shared/api";

export type Row = Schemas["EmployeeRow"];

type Field = "name" | "email" | "phone" | "department" | "job_title" | "roles" | "heads";

/** How columns are called, in either language. */
const NAMES: Record<Field, RegExp> = {
  name: /^(имя|фио|ф\.?и\.?о\.?|сотрудник|name|employee)$/,
  email: /^(почта|e-?mail|эл\.? почта|адрес)$/,
  phone: /^(телефон|phone|тел\.?)$/,
  department: /^(отдел|подразделение|department)$/,
  job_title: /^(должность|title|job title|job_title|position)$/,
  roles: /^(роль|роли|role|roles)$/,
  heads: /^(руководит|руководитель|начальник|head|heads)$/,
};

const ROLES: readonly (readonly [RegExp, string])[] = [
  [/^(владелец|owner)$/, "owner"],
  [/^(руководитель|head)$/, "head"],
  [/^(сотрудник|employee)$/, "employee"],
  [/^(кадры|кадровик|hr)$/, "hr"],
  [/^(бухгалтер|accountant)$/, "accountant"],
];

const YES = /^(да|yes|1|\+|true|x|х)$/;

/** The column of each field, by the first row; null where the two that are needed are not there. */
export function columnsOf(header: readonly string[]): Partial<Record<Field, number>> | null {
  const found: Partial<Record<Field, number>> = {};
  header.forEach((title, index) => {
    const plain = title
      .replace(/^\uFEFF/, "")
      .trim()
      .toLowerCase();
    for (const [field, name] of Object.entries(NAMES) as [Field, RegExp][])
      if (name.test(plain)) found[field] ??= index;
  });
  return found.name === undefined || found.email === undefined ? null : found;
}

/** A row as the portal takes it. */
export function rowOf(cells: readonly string[], columns: Partial<Record<Field, number>>): Row {
  const of = (field: Field) => {
    const column = columns[field];
    return column === undefined ? "" : (cells[column] ?? "").slice(0, MOST_SIGNS);
  };
  return {
    name: of("name"),
    email: of("email"),
    phone: of("phone"),
    department: of("department"),
    job_title: of("job_title"),
    roles: of("roles").split(/[,;/]/).map(roleOf).filter(Boolean).slice(0, MOST_ROLES),
    heads: YES.test(of("heads").toLowerCase()),
  };
}

/** One cell more would have the whole part refused; the portal says of the rest what is wrong with it. */
const MOST_SIGNS = 300;
const MOST_ROLES = 10;

function roleOf(word: string): string {
  const plain = word.trim().toLowerCase();
  return ROLES.find(([name]) => name.test(plain))?.[1] ?? plain;
}
