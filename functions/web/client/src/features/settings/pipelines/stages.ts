import type { Schemas } from "@/shared/api";

type NewStage = Schemas["NewStage"];

/** Stages from their names, divided by commas: each is likelier to be won than the one before it. */
export function stagesOf(open = "", won = "", lost = ""): NewStage[] {
  const names = open
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const step = 100 / (names.length + 1);
  return [
    ...names.map((name, index): NewStage => ({
      name,
      kind: "open",
      probability: Math.round(step * (index + 1)),
    })),
    { name: won, kind: "won", probability: 100 },
    { name: lost, kind: "lost", probability: 0 },
  ];
}
