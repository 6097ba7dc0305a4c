import { Button, Group, Modal, Select, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Pipeline } from "@/shared/api";
import { useProblemText, useToasts } from "@/shared/ui";
import classes from "../settings.module.css";

interface RemovePipelineProps {
  pipeline: Pipeline;
  others: readonly Pipeline[];
  onClose: () => void;
}

/** Asks where the deals of a pipeline go before it is removed. */
export function RemovePipeline({ pipeline, others, onClose }: RemovePipelineProps) {
  const { t } = useTranslation(["settings", "common"]);
  const text = useProblemText();
  const toasts = useToasts();
  const client = useQueryClient();
  const [into, setInto] = useState<string | null>(others[0]?.stages[0]?.id ?? null);
  const remove = useMutation({
    mutationFn: () =>
      bodyOf(
        api.DELETE("/api/crm/pipelines/{pipeline_id}", {
          params: { path: { pipeline_id: pipeline.id }, query: { into: into ?? undefined } },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["get", "/api/crm/pipelines"] });
      void client.invalidateQueries({ queryKey: ["deals"] });
      toasts.done(t("removed", { name: pipeline.name }));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("removeTitle", { name: pipeline.name })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Text size="sm" mb="md">
        {t("removeText")}
      </Text>
      <Select
        label={t("removeInto")}
        allowDeselect={false}
        data={others.map((other) => ({
          group: other.name,
          items: other.stages.map(({ id, name }) => ({ value: id, label: name })),
        }))}
        value={into}
        onChange={setInto}
      />
      {remove.error && (
        <p role="alert" className={classes.problem}>
          {text(remove.error)}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t("remove")}
        </Button>
      </Group>
    </Modal>
  );
}
