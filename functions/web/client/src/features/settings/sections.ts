import type { ParseKeys } from "i18next";
import { type ComponentType, lazy } from "react";

/** Where the names of the sections stand; one that is not in the first is named with its namespace. */
export const NAMESPACES = [
  "settings",
  "mail",
  "outgoing",
  "imports",
  "exporting",
  "telling",
  "hours",
  "absences",
  "health",
  "erasing",
  "rules",
  "templates",
] as const;

export interface SettingsSection {
  /** Stands in the address. */
  id: string;
  label: ParseKeys<typeof NAMESPACES>;
  Content: ComponentType;
  /** Whether it is the owners' alone. */
  owners?: boolean;
}

/** The settings in their order, each fetched when it is opened; whoever adds one adds a line here. */
export const SECTIONS: readonly SettingsSection[] = [
  { id: "mine", label: "mine", Content: of(async () => (await import("./mine")).Mine) },
  {
    id: "absence",
    label: "absences:title",
    Content: lazy(() => import("./absence/absence")),
  },
  { id: "security", label: "security", Content: lazy(() => import("./security/security")) },
  {
    id: "notifications",
    label: "telling:telling",
    Content: of(async () => (await import("./telling/telling")).TellingSettings),
  },
  {
    id: "pipelines",
    label: "pipelines",
    Content: of(async () => (await import("./pipelines/pipelines")).Pipelines),
  },
  {
    id: "fields",
    label: "ownFields",
    Content: of(async () => (await import("./fields/own-fields")).OwnFields),
  },
  { id: "hours", label: "hours:title", Content: lazy(() => import("./hours/hours")) },
  {
    id: "mailboxes",
    label: "mail:mailboxes",
    Content: of(async () => (await import("./mailboxes/mailboxes")).Mailboxes),
  },
  {
    id: "signature",
    label: "outgoing:signature",
    Content: of(async () => (await import("./signature/signature")).Signature),
  },
  {
    id: "templates",
    label: "templates:templates",
    Content: lazy(() => import("./templates/templates")),
  },
  {
    id: "drop",
    label: "mail:drop",
    Content: of(async () => (await import("./mailboxes/drop-address")).DropAddress),
  },
  {
    id: "rules",
    label: "rules:rules",
    Content: lazy(() => import("./rules/rules")),
    owners: true,
  },
  { id: "folders", label: "rules:folders", Content: lazy(() => import("./rules/folders")) },
  {
    id: "mail-health",
    label: "health:health",
    Content: lazy(() => import("./mail-health/mail-health")),
    owners: true,
  },
  { id: "imports", label: "imports:imports", Content: lazy(() => import("./imports/imports")) },
  { id: "exports", label: "exporting:exports", Content: lazy(() => import("./exports/exports")) },
  { id: "erasures", label: "erasing:erasures", Content: lazy(() => import("./erasures/erasures")) },
  {
    id: "roles",
    label: "roles",
    Content: of(async () => (await import("./roles-section")).RolesSection),
  },
];

function of(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }));
}
