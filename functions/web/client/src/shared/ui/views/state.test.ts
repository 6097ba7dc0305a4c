import { describe, expect, it } from "vitest";
import { isAsKept, isBare, type ListSearch, toSearch, toState } from "./state";

const SEARCH: ListSearch = {
  saved: "V",
  pipeline: "P",
  owner: "ME",
  view: "list",
  filter: [{ by: "step", values: ["none"] }],
  columns: ["title", "amount"],
};

describe("a kept view", () => {
  it("shows each reader what is his own", () => {
    const state = toState(SEARCH, "ME", []);
    expect(state.owner).toBe("me");
    expect(toSearch({ id: "V", state }, "YOU")).toMatchObject({ owner: "YOU", pipeline: "P" });
    expect(toSearch({ id: "V", state }, "ME")).toEqual({
      ...SEARCH,
      stage: undefined,
      sort: undefined,
    });
  });

  it("is as it was kept, however the portal sends what is empty", () => {
    const state = {
      ...toState(SEARCH, "ME", []),
      sort: null,
      filter: [{ by: "step", values: ["none"], low: null, high: null, empty: null }],
    };
    expect(isAsKept(SEARCH, state, "ME")).toBe(true);
    expect(isAsKept({ ...SEARCH, sort: "-amount" }, state, "ME")).toBe(false);
    expect(isAsKept({ ...SEARCH, columns: ["title"] }, state, "ME")).toBe(false);
  });

  it("keeps a stage as a condition, and the columns of the device", () => {
    const state = toState({ stage: "S" }, "ME", ["title", "days"]);
    expect(state).toEqual({ filter: [{ by: "stage", values: ["S"] }], columns: ["title", "days"] });
    expect(isBare({})).toBe(true);
    expect(isBare({ owner: "ME" })).toBe(false);
  });
});
