import {
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Deal, usePipelines } from "@/shared/api";
import { useProblemText, useToasts } from "@/shared/ui";
import { monthsLater, type PlanDraft, planOf } from "./plan-draft";
import { type Schedule, usePlan } from "./queries";
import classes from "./rounds.module.css";

interface PlanDialogProps {
  deal: Deal;
  /** Null for a contract that has none yet. */
  schedule: Schedule | null;
  months: number;
  onClose: () => void;
}

/** How often the rounds of a contract come, from which day on and until when. */
export function PlanDialog({ deal, schedule, months, onClose }: PlanDialogProps) {
  const { t } = useTranslation(["card", "common"]);
  const text = useProblemText();
  const toasts = useToasts();
  const pipelines = usePipelines() ?? [];
  const save = usePlan(deal.id);
  const [draft, setDraft] = useState<PlanDraft>({
    title: schedule?.title ?? t("roundsTitle", { title: deal.title }),
    months: schedule?.months ?? months,
    nextOn: schedule?.next_on ?? monthsLater(new Date(), months),
    until: schedule?.until ?? "",
    ahead: schedule?.ahead ?? 14,
    pipelineId: schedule?.pipeline_id ?? deal.pipeline_id,
  });
  const change = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part });
  const plan = planOf(draft);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("roundsPlan")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!plan) return;
          save.mutate(plan, {
            onSuccess: () => {
              toasts.done(t("roundsSaved"));
              onClose();
            },
          });
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t("roundsName")}
            description={t("roundsNameHelp")}
            data-autofocus
            maxLength={190}
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <NumberInput
              label={t("roundsMonths")}
              min={1}
              max={60}
              allowDecimal={false}
              value={draft.months}
              onChange={(value) => change({ months: Number(value) || 0 })}
            />
            <NumberInput
              label={t("roundsAhead")}
              min={0}
              max={365}
              allowDecimal={false}
              value={draft.ahead}
              onChange={(value) => change({ ahead: Number(value) || 0 })}
            />
            <TextInput
              type="date"
              label={t("roundsNext")}
              required
              withAsterisk={false}
              value={draft.nextOn}
              onChange={(event) => change({ nextOn: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t("roundsLast")}
              min={draft.nextOn}
              error={draft.until !== "" && draft.until < draft.nextOn && t("roundsLastEarly")}
              value={draft.until}
              onChange={(event) => change({ until: event.currentTarget.value })}
            />
          </SimpleGrid>
          <Select
            label={t("roundsInto")}
            allowDeselect={false}
            data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.pipelineId}
            onChange={(pipelineId) => pipelineId && change({ pipelineId })}
          />
          {save.error && (
            <p role="alert" className={classes.problem}>
              {text(save.error)}
            </p>
          )}
        </Stack>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!plan}>
            {t("common:save")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
