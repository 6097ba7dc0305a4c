import { SegmentedControl, Select } from "@mantine/core";
import { IconLayersLinked } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFieldBook } from "@/shared/api";
import { OwnerFilter } from "@/shared/ui";
import { FilterBar } from "@/shared/ui/filters/filter-bar";
import { carriedOver } from "./carried-over";
import classes from "./deal-list.module.css";
import { useDealFilter } from "./filter";

/** Which deals are shown, and how; each box says what it is of even while nothing is chosen. */
export function DealFilters() {
  const { t } = useTranslation("deals");
  const { filter, pipelines, change } = useDealFilter();
  const fields = useFieldBook("deal") ?? [];
  const choose = (id: string | null) => {
    const pipeline = pipelines?.find((one) => one.id === id);
    if (!pipeline) return;
    const conditions = carriedOver(filter.conditions, pipeline, fields);
    change({ pipeline: pipeline.id, stage: undefined, filter: conditions });
  };
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
        onChange={choose}
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
