import { Button, Group, TextInput, VisuallyHidden } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Pipeline, type Schemas } from "@/shared/api";
import { useProblemText, useToasts } from "@/shared/ui";
import classes from "./settings.module.css";
import { draftsOf, moved, problemsOf, type StageDraft, toBody, withNew } from "./stage-drafts";
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
        save.mutate({ name: name.trim(), stages });
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
    mutationFn: ({ name, stages }: { name: string; stages: readonly StageDraft[] }) =>
      put({ name, stages: toBody(stages) }),
    onSuccess: (_, { stages }) => {
      // A stage that is there stays: what added one cannot be taken back.
      const grown = stages.some((stage) => stage.id === null);
      const before = { name: pipeline.name, stages: toBody(draftsOf(pipeline)) };
      toasts.done(t("pipelineSaved"), grown ? undefined : () => put(before));
      onSaved();
    },
  });
}
