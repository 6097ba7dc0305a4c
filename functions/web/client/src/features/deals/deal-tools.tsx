import { ActionIcon, SegmentedControl, Select, Tooltip } from "@mantine/core";
import { IconLayersLinked, IconLayoutKanban, IconList } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFieldBook } from "@/shared/api";
import { usePhone } from "@/shared/lib";
import { useColumns } from "@/shared/ui";
import { type Applied, ListTools } from "@/shared/ui/tools/list-tools";
import { useNamedColumns } from "@/shared/ui/views/use-named-columns";
import { carriedOver } from "./carried-over";
import { useDealColumns, useDealSorting } from "./deal-list";
import classes from "./deal-list.module.css";
import { useDealFilter } from "./filter";

/** Which deals are shown, and how. */
export function DealTools() {
  const { filter, change } = useDealFilter();
  const columns = useColumns("deals", useDealColumns([]), useNamedColumns());
  const sort = useDealSorting();
  return (
    <ListTools
      kind="deal"
      pipelineId={filter.pipeline?.id}
      columns={columns}
      sort={filter.view === "list" ? sort : undefined}
      ownerId={filter.ownerId}
      onOwner={(owner) => change({ owner })}
      conditions={filter.conditions}
      onFilter={(conditions) => change({ filter: conditions })}
      look={usePhone() ? <LookToggle /> : <Look />}
      choices={<PipelineChoice />}
      chosen={useChosen()}
      onAll={() => change({ stage: undefined, owner: undefined, filter: undefined })}
    />
  );
}

/** What a phone says of the pipeline and of the stage, whose boxes it has in its sheet. */
function useChosen(): Applied[] {
  const { t } = useTranslation("deals");
  const { filter, change, pipelines } = useDealFilter();
  const { pipeline, stageId } = filter;
  const stage = pipeline?.stages.find(({ id }) => id === stageId);
  const chosen: Applied[] = [];
  if (pipeline && pipelines && pipelines.length > 1)
    chosen.push({ key: "pipeline", label: pipeline.name });
  if (stage)
    chosen.push({
      key: "stage",
      label: stage.name,
      removal: t("stage"),
      onRemove: () => change({ stage: undefined }),
    });
  return chosen;
}

function Look() {
  const { t } = useTranslation("deals");
  const { filter, change } = useDealFilter();
  return (
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
  );
}

/** The same in the room of one button: it leads to what is not shown. */
function LookToggle() {
  const { t } = useTranslation("deals");
  const { filter, change } = useDealFilter();
  const board = filter.view === "board";
  const label = board ? t("showList") : t("showBoard");
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={label}
        onClick={() => change({ view: board ? "list" : undefined })}
      >
        {board ? <IconList size={16} /> : <IconLayoutKanban size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** The box says what it is of even while nothing is chosen. */
function PipelineChoice() {
  const { t } = useTranslation("deals");
  const { filter, pipelines, change } = useDealFilter();
  const fields = useFieldBook("deal") ?? [];
  const phone = usePhone();
  const choose = (id: string | null) => {
    const pipeline = pipelines?.find((one) => one.id === id);
    if (!pipeline) return;
    const conditions = carriedOver(filter.conditions, pipeline, fields);
    change({ pipeline: pipeline.id, stage: undefined, filter: conditions });
  };
  return (
    <Select
      className={classes.filter}
      size="xs"
      label={phone ? t("pipeline") : undefined}
      aria-label={t("pipeline")}
      leftSection={<IconLayersLinked size={14} aria-hidden />}
      allowDeselect={false}
      data={pipelines?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={filter.pipeline?.id ?? null}
      onChange={choose}
    />
  );
}
