import { SegmentedControl, Select } from "@mantine/core";
import { IconLayersLinked } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { OwnerFilter } from "@/shared/ui";
import { FilterBar } from "@/shared/ui/filters/filter-bar";
import classes from "./deal-list.module.css";
import { useDealFilter } from "./filter";

/** Which deals are shown, and how; each box says what it is of even while nothing is chosen. */
export function DealFilters() {
  const { t } = useTranslation("deals");
  const { filter, pipelines, change } = useDealFilter();
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t("view")}
        value={filter.view}
        onChange={(view) => change({ view: view === "list" ? "list" : undefined })}
        data={[
          { value: "board", label: t("board") },
          { value: "list", label: t("list") },
        ]}
      />
      <Select
        className={classes.filter}
        size="xs"
        aria-label={t("pipeline")}
        leftSection={<IconLayersLinked size={14} aria-hidden />}
        allowDeselect={false}
        data={pipelines?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={filter.pipeline?.id ?? null}
        onChange={(pipeline) => change({ pipeline: pipeline ?? undefined, stage: undefined })}
      />
      <OwnerFilter ownerId={filter.ownerId} onChange={(owner) => change({ owner })} />
      <FilterBar
        kind="deal"
        pipelineId={filter.pipeline?.id}
        conditions={filter.conditions}
        onChange={(conditions) => change({ filter: conditions })}
      />
    </>
  );
}
