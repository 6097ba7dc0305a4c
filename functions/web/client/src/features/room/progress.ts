import type { Schemas } from "@/shared/api";

type Progress = Schemas["ProgressView"];

export interface Steps {
  names: string[];
  /** The place of the deal among them, from 0; -1 where the deal ended elsewhere. */
  at: number;
}

/** The stages as steps. One of several good ends stands for all: the one reached, or else the first. */
export function stepsOf({ stages, stage_id: here }: Progress): Steps {
  const open = stages.filter(({ kind }) => kind === "open");
  const ends = stages.filter(({ kind }) => kind === "won");
  const end = ends.find(({ id }) => id === here) ?? ends[0];
  const steps = end ? [...open, end] : open;
  return { names: steps.map(({ name }) => name), at: steps.findIndex(({ id }) => id === here) };
}
