import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Pipeline, usePerson, usePipelines } from "@/shared/api";
import { type QuickField, type QuickValues, wordsOf } from "@/shared/ui";
import { Creating } from "./creating";
import { PipelineEditor } from "./pipeline-editor";
import { Section } from "./section";
import classes from "./settings.module.css";
import { stagesOf } from "./stages";

/** The ways that deals go; owners draw them. */
export function Pipelines() {
  const { t } = useTranslation("settings");
  const owner = usePerson().roles.includes("owner");
  const pipelines = usePipelines();
  return (
    <Section title={t("pipelines")} text={t("pipelinesText")} action={owner && <CreatePipeline />}>
      {pipelines?.map((pipeline) => (
        <PipelineItem key={pipeline.id} pipeline={pipeline} owner={owner} />
      ))}
      {pipelines?.length === 0 && <p className={classes.text}>{t("noPipelines")}</p>}
    </Section>
  );
}

function PipelineItem({ pipeline, owner }: { pipeline: Pipeline; owner: boolean }) {
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
      <ol className={classes.stages}>
        {pipeline.stages.map((stage) => (
          <li key={stage.id} data-kind={stage.kind}>
            {stage.name}
            <span className={classes.chance}>{stage.probability} %</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function CreatePipeline() {
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
        ),
      },
    });
  return (
    <Creating
      verb={t("newPipeline")}
      name="pipeline"
      initial={{ won: t("wonDefault"), lost: t("lostDefault") }}
      {...{ fields, save }}
      path="/api/crm/pipelines"
    />
  );
}
