import type { Schemas } from "@/shared/api";
import type { PresetStage } from "./presets";

type NewStage = Schemas["NewStage"];

/**
 * Stages from their names, divided by commas: each is likelier to be won than the one before it. What is known of
 * them stands in the same order; of a stage more than that it is not.
 */
export function stagesOf(
  open = "",
  won = "",
  lost = "",
  known: readonly PresetStage[] = [],
): NewStage[] {
  const names = open
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const step = 100 / (names.length + 1);
  const fits = names.length === known.length;
  return [
    ...names.map((name, index): NewStage => ({
      name,
      kind: "open",
      probability: Math.round(step * (index + 1)),
      ...(fits ? known[index] : {}),
    })),
    { name: won, kind: "won", probability: 100, colour: "green" },
    { name: lost, kind: "lost", probability: 0, colour: "red" },
  ];
}
