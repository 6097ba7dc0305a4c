import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox, type WaitingLetter } from "./outbox";
import { ProblemError } from "./problem";

const BODY = { card: { kind: "deal", id: "1" }, to: ["a@b.example"], text: "Привет" } as const;
const body = { ...BODY, to: [...BODY.to] };

function listener() {
  return { sent: vi.fn(), failed: vi.fn() };
}

describe("the outbox", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("sends a letter once its time to be taken back is over", async () => {
    const post = vi.fn(() => Promise.resolve("ID"));
    const outbox = new Outbox(post);
    const events = listener();
    outbox.start("me", events);
    const letter = outbox.add("me", body, 10_000);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(post).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(post).toHaveBeenCalledWith(letter, false);
    expect(events.sent).toHaveBeenCalledOnce();
  });

  it("never sends a letter that was taken back, and says when it is too late", async () => {
    const post = vi.fn(() => Promise.resolve("ID"));
    const outbox = new Outbox(post);
    outbox.start("me", listener());
    const letter = outbox.add("me", body, 10_000);
    expect(outbox.cancel(letter.key)).toBe(true);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(post).not.toHaveBeenCalled();
    expect(outbox.cancel(letter.key)).toBe(false);
  });

  it("sends what an earlier page left, under the same key", async () => {
    const left = new Outbox(() => Promise.resolve("ID"));
    const letter = left.add("me", body, 10_000);
    left.start("me", listener())();
    const sent: WaitingLetter[] = [];
    const next = new Outbox((each) => {
      sent.push(each);
      return Promise.resolve("ID");
    });
    next.start("me", listener());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent.map((each) => each.key)).toContain(letter.key);
  });

  it("does not send what another page has taken back in the meantime", async () => {
    const post = vi.fn(() => Promise.resolve("ID"));
    const here = new Outbox(post);
    here.start("me", listener());
    const letter = here.add("me", body, 10_000);
    const elsewhere = new Outbox(post);
    elsewhere.start("me", listener());
    expect(elsewhere.cancel(letter.key)).toBe(true);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(post).not.toHaveBeenCalled();
    expect(here.waiting()).toEqual([]);
  });

  it("shows what waits, and tells of every change", async () => {
    const outbox = new Outbox(() => Promise.resolve("ID"));
    const changed = vi.fn();
    outbox.subscribe(changed);
    outbox.start("me", listener());
    const letter = outbox.add("me", body, 1_000, { html: "<p>Привет</p>" });
    expect(outbox.waiting()).toEqual([letter]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(outbox.waiting()).toEqual([]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it("leaves another person's letters where they are", async () => {
    new Outbox(() => Promise.resolve("ID")).add("somebody else", body, 0);
    const post = vi.fn(() => Promise.resolve("ID"));
    new Outbox(post).start("me", listener());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(post).not.toHaveBeenCalled();
  });

  it("tries again without a connection, and gives a refused letter back", async () => {
    const answers = [new ProblemError(0, ""), new ProblemError(422, "No such address")];
    const outbox = new Outbox(() =>
      Promise.reject(answers.shift() ?? new Error("asked too often")),
    );
    const events = listener();
    outbox.start("me", events);
    outbox.add("me", body, 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(events.failed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(events.failed).toHaveBeenCalledOnce();
    expect(localStorage.getItem("portal.outbox")).toBe("[]");
  });
});
