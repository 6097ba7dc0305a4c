import type { Schemas } from "@/shared/api";

/** How a mailbox fares in one word; `none` when nothing has ever come. */
export function stateOf(health: Schemas["HealthView"]): "none" | "silent" | "fine" | "few" {
  if (health.last_at === null) return "none";
  if (health.traffic.silent) return "silent";
  return health.traffic.usual_hours === null ? "few" : "fine";
}

/** A length of time in the unit in which people would say it. */
export function lengthOf(hours: number): { unit: "hours" | "minutes"; count: number } {
  if (hours >= 1) return { unit: "hours", count: Math.round(hours) };
  return { unit: "minutes", count: Math.max(1, Math.round(hours * 60)) };
}

/** Which sentence says why a letter could not be read. */
export function reasonOf(
  problem: string,
): "reason_empty" | "reason_gone" | "reason_large" | "reason_nested" | "reason_other" {
  if (problem.includes("empty")) return "reason_empty";
  if (problem.includes("no longer kept")) return "reason_gone";
  if (problem.includes("parts within parts")) return "reason_nested";
  return problem.includes("too large") ? "reason_large" : "reason_other";
}
