import { describe, expect, it } from "vitest";
import { entry } from "./examples";
import { byDay, threadsOf } from "./threads";

const mail = (id: string, at: string, thread: string | null) =>
  entry(id, at, { kind: "mail", thread_id: thread });

describe("the timeline's threads", () => {
  it("hold a letter and its answers at the place of the newest, others in between notwithstanding", () => {
    const threads = threadsOf([
      mail("4", "2026-11-23T12:00Z", "T"),
      entry("3", "2026-11-23T11:00Z"),
      mail("2", "2026-11-22T10:00Z", "T"),
      mail("1", "2026-11-22T09:00Z", "U"),
    ]);
    expect(threads.map(({ newest }) => newest.id)).toEqual(["4", "3", "1"]);
    expect(threads[0]?.older.map(({ id }) => id)).toEqual(["2"]);
  });

  it("never join what belongs to none", () => {
    const alone = [mail("2", "2026-11-23T12:00Z", null), mail("1", "2026-11-23T11:00Z", null)];
    expect(threadsOf(alone)).toHaveLength(2);
  });

  it("are parted by the day of their newest entry, in order", () => {
    const days = byDay(
      threadsOf([
        mail("3", "2026-11-23T10:00Z", "T"),
        entry("2", "2026-11-22T10:00Z"),
        mail("1", "2026-11-21T09:00Z", "T"),
      ]),
      (at) => at.slice(0, 10),
    );
    expect(days.map(({ key }) => key)).toEqual(["2026-11-23", "2026-11-22"]);
  });
});
