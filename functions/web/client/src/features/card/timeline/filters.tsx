import { Chip, Group } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CardRef } from "@/shared/api";
import type { EntryKind } from "./queries";
import classes from "./timeline.module.css";

const FILTERS = {
  all: "filterAll",
  mail: "filterMail",
  comment: "filterComments",
  message: "filterMessages",
  file: "filterFiles",
  stage: "filterStages",
} as const;

type Filter = keyof typeof FILTERS;

/** Which kind of entry is shown; it stands in the address. */
export function useKindFilter(): [EntryKind | undefined, (kind: EntryKind | undefined) => void] {
  const search: { show?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const kind = Object.keys(FILTERS).find((each) => each === search.show && each !== "all");
  return [
    kind as EntryKind | undefined,
    (show) =>
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, show }),
        replace: true,
        resetScroll: false,
      }),
  ];
}

interface FiltersProps {
  card: CardRef;
  kind: EntryKind | undefined;
  onChange: (kind: EntryKind | undefined) => void;
}

export function Filters({ card, kind, onChange }: FiltersProps) {
  const { t } = useTranslation("card");
  const ofDeal: readonly Filter[] = ["stage", "message"];
  const filters = (Object.keys(FILTERS) as Filter[]).filter(
    (each) => card.kind === "deal" || !ofDeal.includes(each),
  );
  return (
    <Chip.Group
      value={kind ?? "all"}
      onChange={(value) => onChange(value === "all" ? undefined : value)}
    >
      <Group gap={4} role="group" aria-label={t("filterLabel")} className={classes.filters}>
        {filters.map((each) => (
          <Chip key={each} value={each} size="xs" variant="light">
            {t(FILTERS[each])}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
