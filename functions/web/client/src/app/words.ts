import type { Words } from "@/shared/i18n";

/** What the larger pages speak, each with its sections and whatever appears on it later. */

export const OF_DEALS: readonly Words[] = [
  "deals",
  "lists",
  "filters",
  "own",
  "pulse",
  "stay",
  "exporting",
  "views",
];

export const OF_LIST: readonly Words[] = [
  "clients",
  "lists",
  "own",
  "exporting",
  "views",
  "filters",
  "merging",
  "letter",
];

export const OF_CARD: readonly Words[] = [
  "card",
  "convert",
  "merging",
  "letter",
  "erasing",
  "outgoing",
  "templates",
  "telling",
  "own",
  "pulse",
  "findings",
  "rules",
];

export const OF_SETTINGS: readonly Words[] = [
  "settings",
  "absences",
  "erasing",
  "exporting",
  "health",
  "hours",
  "imports",
  "letter",
  "mail",
  "outgoing",
  "own",
  "provider",
  "rules",
  "security",
  "telling",
  "templates",
];
