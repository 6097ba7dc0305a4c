import type { Schemas } from "@/shared/api";

type NewStage = Schemas["NewStage"];
type NewPipeline = Schemas["NewPipeline"];

/** What a type of sale knows of a stage beyond its name. */
export type PresetStage = Pick<NewStage, "colour" | "required" | "most_days"> & {
  probability: number;
};

interface PresetRules {
  stages: readonly PresetStage[];
  answer_within: NewPipeline["answer_within"];
  round_months: NewPipeline["round_months"];
}

export const PRESETS = ["short", "medium", "project", "service"] as const;
export type Preset = (typeof PRESETS)[number];

const stage = (
  probability: number,
  colour: NonNullable<NewStage["colour"]>,
  most_days: number,
  required: string[] = [],
): PresetStage => ({ probability, colour, most_days, required });

/** For each type of sale its stages in the order of their names, and by when its clients are answered. */
export const RULES: Readonly<Record<Preset, PresetRules>> = {
  short: {
    stages: [
      stage(20, "gray", 1),
      stage(50, "blue", 3, ["contact_ids"]),
      stage(80, "violet", 5, ["amount"]),
    ],
    answer_within: 60,
    round_months: null,
  },
  medium: {
    stages: [
      stage(10, "gray", 2),
      stage(25, "blue", 5, ["contact_ids"]),
      stage(45, "teal", 10, ["amount"]),
      stage(65, "yellow", 14),
      stage(85, "violet", 10, ["company_id"]),
    ],
    answer_within: 240,
    round_months: null,
  },
  project: {
    stages: [
      stage(5, "gray", 5),
      stage(15, "blue", 14, ["contact_ids"]),
      stage(30, "teal", 21, ["company_id", "description"]),
      stage(50, "yellow", 21, ["amount"]),
      stage(75, "violet", 21),
      stage(95, "orange", 60),
    ],
    answer_within: 480,
    round_months: null,
  },
  service: {
    stages: [
      stage(40, "gray", 21),
      stage(70, "blue", 14, ["company_id", "contact_ids"]),
      stage(90, "teal", 3),
      stage(95, "violet", 10, ["amount"]),
    ],
    answer_within: 240,
    round_months: 3,
  },
};
