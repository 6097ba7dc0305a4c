import { act, renderHook } from "@testing-library/react";
import { useLayoutEffect } from "react";
import { describe, expect, it, vi } from "vitest";
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

  it("keeps what was typed before the page began to listen", () => {
    const { result } = renderHook(() => {
      const draft = useDraft("files.deal:1", EMPTY);
      useLayoutEffect(() => writeDraft("files.deal:1", { text: "План цеха" }), []);
      return draft;
    });
    expect(result.current[0].text).toBe("План цеха");
  });

  it("stays in the box when the device has no room for it", () => {
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const { result } = renderHook(() => useDraft("letter.deal:2", EMPTY));
    act(() => result.current[1]({ text: "Добрый день" }));
    act(() => result.current[1]({ to: ["a@b.example"] }));
    expect(result.current[0]).toEqual({ text: "Добрый день", to: ["a@b.example"] });
    full.mockRestore();
    forgetDrafts();
    expect(renderHook(() => useDraft("letter.deal:2", EMPTY)).result.current[0]).toEqual(EMPTY);
  });

  it("is forgotten with all the others when somebody leaves the device", () => {
    writeDraft("letter.deal:1", { text: "secret" });
    localStorage.setItem("portal.theme", "dark");
    forgetDrafts();
    expect(Object.keys(localStorage)).toEqual(["portal.theme"]);
  });
});
