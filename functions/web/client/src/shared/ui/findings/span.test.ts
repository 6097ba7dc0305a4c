import { describe, expect, it } from "vitest";
import { formatsOf } from "../../i18n/format";
import { isPacked } from "./packed";
import { spanOf } from "./span";

const moscow = formatsOf("ru", "Europe/Moscow");
const nothing = { starts_at: null, ends_at: null, first_day: null, last_day: null };

describe("when an appointment is", () => {
  it("is told by the reader's clock, its day once", () => {
    const span = { ...nothing, starts_at: "2026-12-01T21:30:00Z", ends_at: "2026-12-01T22:30:00Z" };
    expect(spanOf(span, moscow)).toBe("2 декабря 2026 г. в 00:30 – 01:30");
  });

  it("names both days where it ends on another", () => {
    const span = { ...nothing, starts_at: "2026-12-01T20:00:00Z", ends_at: "2026-12-01T22:00:00Z" };
    expect(spanOf(span, moscow)).toBe("1 декабря 2026 г. в 23:00 – 2 декабря 2026 г. в 01:00");
  });

  it("is of whole days in every zone", () => {
    const span = { ...nothing, first_day: "2026-12-01", last_day: "2026-12-02" };
    expect(spanOf(span, formatsOf("ru", "America/New_York"))).toBe(
      "1 декабря 2026 г. – 2 декабря 2026 г.",
    );
    expect(spanOf({ ...span, last_day: "2026-12-01" }, moscow)).toBe("1 декабря 2026 г.");
    expect(spanOf(nothing, moscow)).toBeNull();
  });
});

describe("Outlook's packing", () => {
  it("is known by its name or its type", () => {
    expect(isPacked({ name: "WINMAIL.DAT", content_type: "application/octet-stream" })).toBe(true);
    expect(isPacked({ name: "a", content_type: "application/vnd.ms-tnef" })).toBe(true);
    expect(isPacked({ name: "winmail.pdf", content_type: "application/pdf" })).toBe(false);
  });
});
