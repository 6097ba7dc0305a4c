import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { forgetDrafts, useDraft, writeDraft } from "./use-draft";

const EMPTY = { text: "", to: [] as string[] };

describe("a draft", () => {
  it("is there again after the page has been left", () => {
    const first = renderHook(() => useDraft("letter.deal:1", EMPTY));
    act(() => first.result.current[1]({ text: "Добрый день" }));
    first.unmount();
    const again = renderHook(() => useDraft("letter.deal:1", EMPTY));
    expect(again.result.current[0]).toEqual({ text: "Добрый день", to: [] });
  });

  it("belongs to its card alone", () => {
    const { result, rerender } = renderHook(({ key }) => useDraft(key, EMPTY), {
      initialProps: { key: "letter.deal:1" },
    });
    act(() => result.current[1]({ text: "one" }));
    rerender({ key: "letter.deal:2" });
    expect(result.current[0].text).toBe("");
    rerender({ key: "letter.deal:1" });
    expect(result.current[0].text).toBe("one");
  });

  it("shows at once what was put into it from elsewhere", () => {
    const { result } = renderHook(() => useDraft("letter.deal:1", EMPTY));
    act(() => writeDraft("letter.deal:1", { text: "came back", to: ["a@b.example"] }));
    expect(result.current[0].text).toBe("came back");
  });

  it("is forgotten with all the others when somebody leaves the device", () => {
    writeDraft("letter.deal:1", { text: "secret" });
    localStorage.setItem("portal.theme", "dark");
    forgetDrafts();
    expect(Object.keys(localStorage)).toEqual(["portal.theme"]);
  });
});
