import { describe, expect, it } from "vitest";
import { isWhole, movedBy, NEW_RULE, skipping, toMailbox, withRule } from "./rule-draft";

const conditions = { ...NEW_RULE.conditions, senders: ["zakaz.example"] };
const rule = (id: string) => ({ ...NEW_RULE, id, name: id, conditions, quiet: true });

describe("a rule", () => {
  it("is whole when it has a name, looks at something and does something", () => {
    expect(isWhole(rule("a"))).toBe(true);
    expect(isWhole({ ...rule("a"), name: " " })).toBe(false);
    expect(isWhole({ ...rule("a"), quiet: false })).toBe(false);
    expect(isWhole({ ...rule("a"), conditions: NEW_RULE.conditions })).toBe(false);
  });

  it("that leaves letters unrecorded does nothing else with them", () => {
    const filed = { ...rule("a"), folder_id: "f" };
    expect(skipping(filed, true)).toMatchObject({ skips: true, folder_id: null, quiet: false });
    expect(toMailbox(filed, "other").folder_id).toBeNull();
  });
});

describe("rules", () => {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join("");

  it("are moved within their list and not beyond its ends", () => {
    const rules = [rule("a"), rule("b"), rule("c")];
    expect(ids(movedBy(rules, "b", -1))).toBe("bac");
    expect(ids(movedBy(rules, "b", 1))).toBe("acb");
    expect(ids(movedBy(rules, "a", -1))).toBe("abc");
    expect(ids(movedBy(rules, "c", 1))).toBe("abc");
  });

  it("keep the place of one that is changed, and take a new one last", () => {
    expect(ids(withRule([rule("a"), rule("b")], { ...rule("a"), name: "x" }))).toBe("ab");
    expect(ids(withRule([rule("a")], rule("")))).toBe("a");
  });
});
