import { describe, expect, it } from "vitest";
import { isStrong, PASSWORD_RULES, RULE_NAMES } from "./password-rules";

const brokenBy = (password: string) => RULE_NAMES.filter((rule) => !PASSWORD_RULES[rule](password));

describe("the rules of a password", () => {
  it("are met by what the portal takes", () => {
    expect(isStrong("demo-Portal-1")).toBe(true);
    expect(isStrong("пароль-Portal-1")).toBe(true);
  });

  it.each([
    ["", ["length", "small", "capital", "digit", "sign"]],
    ["demo-portal-1", ["capital"]],
    ["DEMO-PORTAL-1", ["small"]],
    ["demo-Portal-X", ["digit"]],
    ["demoPortal123", ["sign"]],
    ["Short-1", ["length"]],
    ["Пароль-Длинный-1", ["small", "capital"]],
    [`aA1-${"x".repeat(253)}`, ["length"]],
  ])("name what %j lacks", (password, broken) => {
    expect(brokenBy(password)).toEqual(broken);
  });
});
