import { expect, test } from "vitest";
import { own } from "./contents";
import { each } from "./gather";
import { pageOf } from "./page";

test("what people wrote is text on the page", () => {
  const lines = [{ name: 'Ёж <b>"а"</b>', text: "<script>alert(1)</script> & co" }];
  const page = pageOf("ru", "Данные: Анна", [{ title: "Письма", lines }]);
  const found = new DOMParser().parseFromString(page, "text/html");
  expect(found.querySelectorAll("script, b")).toHaveLength(0);
  expect(found.querySelector("dd")?.textContent).toBe("<script>alert(1)</script> & co");
  expect(found.documentElement.lang).toBe("ru");
});

test("files have names of their own, and stay in their folder", () => {
  const taken = new Set<string>();
  const names = ["акт.pdf", "Акт.pdf", "../../etc/passwd", "", "акт.pdf"];
  expect(names.map((name) => own(name, taken))).toEqual([
    "акт.pdf",
    "Акт (2).pdf",
    "__.._etc_passwd",
    "_",
    "акт (3).pdf",
  ]);
});

test("what cannot be read is left out, and an abort ends the reading", async () => {
  const ending = new AbortController();
  const read = (n: number) => (n === 2 ? Promise.reject(new Error()) : Promise.resolve(n * 10));
  const steps: number[] = [];
  const found = await each([1, 2, 3, 4, 5], read, ({ done }) => steps.push(done), ending.signal);
  expect(found).toEqual([10, 30, 40, 50]);
  expect(steps).toEqual([0, 4]);
  ending.abort();
  await expect(each([1], read, () => undefined, ending.signal)).rejects.toThrow();
});
