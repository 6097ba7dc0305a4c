import { describe, expect, it } from "vitest";
import en from "@/shared/i18n/locales/provider/en";
import { isLink, isReason, ownPath } from "./coming-back";

describe("coming back from the provider", () => {
  it("goes on within the portal alone", () => {
    expect(ownPath("/deals?view=list")).toBe("/deals?view=list");
    for (const elsewhere of ["//evil.example", "/\\evil.example", "https://evil.example", ""])
      expect(ownPath(elsewhere)).toBe("/");
  });

  it("tells linking from signing in by the state", () => {
    expect(isLink("link.01JD5B8Q3V7W2X4Y6Z8A0C1E9B")).toBe(true);
    expect(isLink("sign-in.01JD5B8Q3V7W2X4Y6Z8A0C1E9B")).toBe(false);
    expect(isLink(undefined)).toBe(false);
  });

  it("has words for each reason, and for no other", () => {
    const reasons = Object.keys(en).filter((key) => key.startsWith("provider_"));
    expect(reasons.every(isReason)).toBe(true);
    expect(isReason("code_needed")).toBe(false);
    expect(isReason(null)).toBe(false);
  });
});
