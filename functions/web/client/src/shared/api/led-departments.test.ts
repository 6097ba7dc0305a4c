import { expect, it } from "vitest";
import { ledDepartments } from "./led-departments";

const COMPANY = [
  { id: "city", name: "Город", parent_id: "north" },
  { id: "north", name: "Север", parent_id: "sales" },
  { id: "sales", name: "Продажи", parent_id: null },
  { id: "stock", name: "Склад", parent_id: null },
];
const led = (roles: ("owner" | "head" | "employee")[], ...headed_department_ids: string[]) =>
  ledDepartments({ roles, headed_department_ids }, COMPANY).map(({ id }) => id);

it("gives a head his departments with all that belong to them, and an owner every one", () => {
  expect(led(["head"], "sales")).toEqual(["city", "north", "sales"]);
  expect(led(["employee"])).toEqual([]);
  expect(led(["owner"])).toHaveLength(4);
});
