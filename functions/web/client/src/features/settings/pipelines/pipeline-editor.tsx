import { Button, Group, TextInput, VisuallyHidden } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Pipeline, type Schemas } from "@/shared/api";
import { useProblemText, useToasts } from "@/shared/ui";
import classes from "../settings.module.css";
import { type More, PipelineMore } from "./pipeline-more";
import {
  draftsOf,
  intoOf,
  moved,
  problemsOf,
  type StageDraft,
  toBody,
  withNew,
} from "./stage-drafts";
import { StageRows } from "./stage-rows";

interface PipelineEditorProps {
  pipeline: Pipeline;
  onClose: () => void;
}

/** A pipeline's name and stages, saved together. */
export function PipelineEditor({ pipeline, onClose }: PipelineEditorProps) {
  const { t } = useTranslation(["settings", "common"]);
  const text = useProblemText();
  const [name, setName] = useState(pipeline.name);
  const [stages, setStages] = useState(() => draftsOf(pipeline));
  const [said, setSaid] = useState("");
  const [more, setMore] = useState<More>(pipeline);
  const problems = problemsOf(stages);
  const save = useSaving(pipeline, onClose);
  const move = (from: number, to: number) => {
    if (to === from || to < 0 || to >= stages.length) return;
    setStages(moved(stages, from, to));
    const stage = stages[from]?.name ?? "";
    setSaid(t("stageAt", { stage, place: to + 1, all: stages.length }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name: name.trim(), stages, more });
      }}
    >
      <TextInput
        label={t("pipelineName")}
        autoFocus
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <p className={classes.label}>{t("stagesInOrder")}</p>
      <StageRows stages={stages} problems={problems} onChange={setStages} onMove={move} />
      <PipelineMore more={more} onChange={(part) => setMore({ ...more, ...part })} />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {save.error && (
        <p role="alert" className={classes.problem}>
          {text(save.error)}
        </p>
      )}
      <Group justify="space-between" mt="sm">
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} />}
          onClick={() => setStages(withNew(stages, crypto.randomUUID()))}
        >
          {t("addStage")}
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={problems.size > 0 || name.trim() === ""}
          >
            {t("common:save")}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

interface Drawn {
  name: string;
  stages: readonly StageDraft[];
  more: More;
}

function valuesOf({ department_ids, lost_reasons, answer_within, round_months }: More): More {
  return { department_ids, lost_reasons, answer_within, round_months };
}

function useSaving(pipeline: Pipeline, onSaved: () => void) {
  const { t } = useTranslation("settings");
  const toasts = useToasts();
  const client = useQueryClient();
  const put = async (body: Schemas["PipelinePatch"]) => {
    const path = { pipeline_id: pipeline.id };
    await bodyOf(api.PATCH("/api/crm/pipelines/{pipeline_id}", { params: { path }, body }));
    await client.invalidateQueries({ queryKey: ["get", "/api/crm/pipelines"] });
  };
  return useMutation({
    mutationFn: ({ name, stages, more }: Drawn) =>
      put({ name, stages: toBody(stages), into: intoOf(stages), ...valuesOf(more) }),
    onSuccess: (_, { stages }) => {
      // A stage that came or went cannot be taken back: deals may have followed.
      const grown = stages.some(({ id, into }) => id === null || into !== undefined);
      const stood = toBody(draftsOf(pipeline));
      const before = { name: pipeline.name, stages: stood, ...valuesOf(pipeline) };
      toasts.done(t("pipelineSaved"), grown ? undefined : () => put(before));
      onSaved();
    },
  });
}
