import { SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useColleagues, usePerson } from "@/shared/api";
import { useDealFilter } from "./filter";

export function DealFilters() {
  const { t } = useTranslation("deals");
  const { filter, pipelines, change } = useDealFilter();
  const colleagues = useColleagues();
  const me = usePerson();
  const owners = [
    { value: me.id, label: t("mine") },
    ...colleagues
      .filter(({ id }) => id !== me.id)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
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
        size="xs"
        w={160}
        aria-label={t("pipeline")}
        allowDeselect={false}
        data={pipelines?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={filter.pipeline?.id ?? null}
        onChange={(pipeline) => change({ pipeline: pipeline ?? undefined, stage: undefined })}
      />
      {filter.view === "list" && (
        <Select
          size="xs"
          w={160}
          aria-label={t("stage")}
          placeholder={t("anyStage")}
          clearable
          data={filter.pipeline?.stages.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={filter.stageId ?? null}
          onChange={(stage) => change({ stage: stage ?? undefined })}
        />
      )}
      <Select
        size="xs"
        w={180}
        aria-label={t("owner")}
        placeholder={t("anyone")}
        clearable
        searchable
        data={owners}
        value={filter.ownerId ?? null}
        onChange={(owner) => change({ owner: owner ?? undefined })}
      />
    </>
  );
}
