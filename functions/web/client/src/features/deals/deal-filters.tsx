import { SegmentedControl, Select } from "@mantine/core";
import { IconLayersLinked, IconProgress } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { OwnerFilter } from "@/shared/ui";
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
      {filter.view === "list" && (
        <Select
          className={classes.filter}
          size="xs"
          aria-label={t("stage")}
          placeholder={t("anyStage")}
          leftSection={<IconProgress size={14} aria-hidden />}
          clearable
          data={filter.pipeline?.stages.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={filter.stageId ?? null}
          onChange={(stage) => change({ stage: stage ?? undefined })}
        />
      )}
      <OwnerFilter ownerId={filter.ownerId} onChange={(owner) => change({ owner })} />
    </>
  );
}
