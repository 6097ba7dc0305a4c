import { describe, expect, it } from "vitest";
import { contactFrom, leadFrom, neighbourOf, othersOf } from "./letters";

const from = { name: " Вера Нивина ", address: "vera@novaya-niva.example" };

describe("a card made from a letter", () => {
  it("calls the lead by the subject and keeps who wrote", () => {
    expect(leadFrom({ subject: "Запрос цены", from })).toMatchObject({
      title: "Запрос цены",
      name: "Вера Нивина",
      emails: ["vera@novaya-niva.example"],
    });
  });

  it("calls the lead by the sender where there is no subject", () => {
    expect(leadFrom({ subject: "  ", from }).title).toBe("Вера Нивина");
  });

  it("calls the contact by the address where the sender gives no name", () => {
    expect(contactFrom({ from: { ...from, name: "" } }).name).toBe("vera@novaya-niva.example");
  });

  it("is never called by more than the portal takes", () => {
    expect(leadFrom({ subject: "я".repeat(500), from }).title).toHaveLength(200);
  });
});

describe("walking through letters", () => {
  const letters = [{ id: "a" }, { id: "b" }, { id: "c" }];

  it("goes to the next and to the one before", () => {
    expect(neighbourOf(letters, "a")).toBe("b");
    expect(neighbourOf(letters, "b", -1)).toBe("a");
  });

  it("stays within the list", () => {
    expect(neighbourOf(letters, "c")).toBeUndefined();
    expect(neighbourOf(letters, "a", -1)).toBeUndefined();
  });

  it("begins with the first where the letter is no longer there", () => {
    expect(neighbourOf(letters, "gone")).toBe("a");
  });
});

describe("what else waits of a sender", () => {
  const letter = (id: string, address: string, authenticated = true) => ({
    id,
    authenticated,
    from: { name: "", address },
  });

  it("is of the same address and proved to be his", () => {
    const [first, ...rest] = [
      letter("a", "vera@niva.example"),
      letter("b", "vera@niva.example"),
      letter("c", "other@niva.example"),
      letter("d", "vera@niva.example", false),
    ] as const;
    expect(othersOf([first, ...rest], first).map(({ id }) => id)).toEqual(["b"]);
    expect(othersOf([first, ...rest], rest[2])).toEqual([]);
  });
});
