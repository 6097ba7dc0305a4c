import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconLayersLinked, IconProgress, IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useColleagues, usePerson } from "@/shared/api";
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
      <OwnerFilter />
    </>
  );
}

function OwnerFilter() {
  const { t } = useTranslation("deals");
  const { filter, change } = useDealFilter();
  const colleagues = useColleagues();
  const me = usePerson();
  const mine = filter.ownerId === me.id;
  return (
    <>
      <Button
        size="xs"
        variant={mine ? "light" : "default"}
        aria-pressed={mine}
        onClick={() => change({ owner: mine ? undefined : me.id })}
      >
        {t("mine")}
      </Button>
      <Select
        className={classes.filter}
        size="xs"
        aria-label={t("owner")}
        placeholder={t("anyone")}
        leftSection={<IconUser size={14} aria-hidden />}
        clearable
        searchable
        nothingFoundMessage={t("noContact")}
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.ownerId ?? null}
        onChange={(owner) => change({ owner: owner ?? undefined })}
      />
    </>
  );
}
