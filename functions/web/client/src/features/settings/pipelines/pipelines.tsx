import { ActionIcon, Button, Group, Select } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Pipeline, usePerson, usePipelines } from "@/shared/api";
import { type QuickField, type QuickValues, useToasts, wordsOf } from "@/shared/ui";
import { Creating } from "../creating";
import { PipelineEditor } from "./pipeline-editor";
import { type Preset, PRESETS, RULES } from "./presets";
import { RemovePipeline } from "./remove-pipeline";
import { Section } from "../section";
import classes from "../settings.module.css";
import { shadeOf } from "./stage-more";
import { stagesOf } from "./stages";

/** The ways that deals go; owners draw them. */
export function Pipelines() {
  const { t } = useTranslation("settings");
  const owner = usePerson().roles.includes("owner");
  const pipelines = usePipelines();
  const last = pipelines?.at(-1)?.position ?? -1;
  return (
    <Section
      title={t("pipelines")}
      text={t("pipelinesText")}
      action={owner && <CreatePipeline place={last + 1} />}
    >
      {pipelines?.map((pipeline, place) => (
        <PipelineItem key={pipeline.id} {...{ pipeline, pipelines, place, owner }} />
      ))}
      {pipelines?.length === 0 && <p className={classes.text}>{t("noPipelines")}</p>}
    </Section>
  );
}

interface PipelineItemProps {
  pipeline: Pipeline;
  pipelines: readonly Pipeline[];
  place: number;
  owner: boolean;
}

function PipelineItem({ pipeline, pipelines, place, owner }: PipelineItemProps) {
  const { t } = useTranslation("settings");
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <div className={classes.pipeline}>
        <PipelineEditor pipeline={pipeline} onClose={() => setEditing(false)} />
      </div>
    );
  return (
    <div className={classes.pipeline}>
      <div className={classes.pipelineHead}>
        <h3 className={classes.name}>{pipeline.name}</h3>
        {owner && <PipelineActions {...{ pipeline, pipelines, place }} />}
        {owner && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={14} />}
            aria-label={t("changePipelineOf", { name: pipeline.name })}
            onClick={() => setEditing(true)}
          >
            {t("changePipeline")}
          </Button>
        )}
      </div>
      <ForDepartments ids={pipeline.department_ids} />
      <ol className={classes.stages}>
        {pipeline.stages.map((stage) => (
          <li key={stage.id} data-kind={stage.kind} style={{ borderColor: shadeOf(stage.colour) }}>
            {stage.name}
            <span className={classes.chance}>{stage.probability} %</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function ForDepartments({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation("settings");
  const departments = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  if (ids.length === 0) return null;
  const names = departments.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return <p className={classes.text}>{t("forDepartments", { names: names.join(", ") })}</p>;
}

function PipelineActions({ pipeline, pipelines, place }: Omit<PipelineItemProps, "owner">) {
  const { t } = useTranslation("settings");
  const [removing, setRemoving] = useState(false);
  const order = useOrder(pipelines);
  const { name } = pipeline;
  return (
    <Group gap={4} ml="auto">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("earlier", { name })}
        disabled={place === 0 || order.isPending}
        onClick={() => order.mutate({ place, by: -1 })}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("later", { name })}
        disabled={place === pipelines.length - 1 || order.isPending}
        onClick={() => order.mutate({ place, by: 1 })}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("removeTitle", { name })}
        disabled={pipelines.length === 1}
        onClick={() => setRemoving(true)}
      >
        <IconTrash size={16} />
      </ActionIcon>
      {removing && (
        <RemovePipeline
          pipeline={pipeline}
          others={pipelines.filter(({ id }) => id !== pipeline.id)}
          onClose={() => setRemoving(false)}
        />
      )}
    </Group>
  );
}

/** Puts a pipeline one place up or down; each then says its place. */
function useOrder(pipelines: readonly Pipeline[]) {
  const client = useQueryClient();
  const toasts = useToasts();
  return useMutation({
    mutationFn: async ({ place, by }: { place: number; by: 1 | -1 }) => {
      const order = pipelines.map(({ id }) => id);
      order.splice(place + by, 0, ...order.splice(place, 1));
      const moved = pipelines.filter(({ id, position }) => order.indexOf(id) !== position);
      for (const { id } of moved)
        await bodyOf(
          api.PATCH("/api/crm/pipelines/{pipeline_id}", {
            params: { path: { pipeline_id: id } },
            body: { position: order.indexOf(id) },
          }),
        );
    },
    onError: (error) => toasts.failed(error),
    onSettled: () => client.invalidateQueries({ queryKey: ["get", "/api/crm/pipelines"] }),
  });
}

/** One form for each type of sale: its stages stand there and can be changed before. */
function CreatePipeline({ place }: { place: number }) {
  const { t } = useTranslation("settings");
  const [preset, setPreset] = useState<Preset | null>(null);
  return (
    <Group gap="xs" align="flex-end">
      <Select
        size="sm"
        aria-label={t("preset")}
        title={t("presetHelp")}
        placeholder={t("preset_none")}
        clearable
        data={PRESETS.map((value) => ({ value, label: t(`preset_${value}`) }))}
        value={preset}
        onChange={(value) => setPreset(PRESETS.find((one) => one === value) ?? null)}
      />
      <CreateFrom key={preset} preset={preset} place={place} />
    </Group>
  );
}

/** A new pipeline stands below all the others. */
function CreateFrom({ preset, place }: { preset: Preset | null; place: number }) {
  const { t } = useTranslation("settings");
  const fields: QuickField[] = [
    { name: "name", label: t("pipelineName"), required: true },
    { name: "stages", label: t("stages"), help: t("stagesHelp"), required: true },
    { name: "won", label: t("wonStage"), required: true },
    { name: "lost", label: t("lostStage"), required: true },
  ];
  const save = (values: QuickValues) =>
    api.POST("/api/crm/pipelines", {
      body: {
        name: wordsOf(values, "name") ?? "",
        stages: stagesOf(
          wordsOf(values, "stages"),
          wordsOf(values, "won"),
          wordsOf(values, "lost"),
          preset ? RULES[preset].stages : undefined,
        ),
        preset,
        position: place,
        answer_within: preset && RULES[preset].answer_within,
        round_months: preset && RULES[preset].round_months,
        lost_reasons: preset ? t("reasons_all").split(", ") : [],
      },
    });
  return (
    <Creating
      verb={t("newPipeline")}
      name={`pipeline-${preset ?? "own"}`}
      initial={{
        name: preset ? t(`preset_${preset}`) : "",
        stages: preset ? t(`stages_${preset}`) : "",
        won: preset === "service" ? t("won_service") : t("wonDefault"),
        lost: t("lostDefault"),
      }}
      {...{ fields, save }}
      path="/api/crm/pipelines"
    />
  );
}
