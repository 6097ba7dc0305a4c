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
import { type Deal, toProblem, usePipelines } from "@/shared/api";
import { useProblemText, useToasts } from "@/shared/ui";
import { STALE } from "../versions";
import { monthsLater, type PlanDraft, planOf, undoingOf } from "./plan-draft";
import { type Known, useSteps } from "./queries";
import classes from "./rounds.module.css";

interface PlanDialogProps {
  deal: Deal;
  /** As it is known now. */
  known: Known;
  months: number;
  onClose: () => void;
}

/** How often the rounds of a contract come, from which day on and until when. */
export function PlanDialog({ deal, known, months, onClose }: PlanDialogProps) {
  const { t } = useTranslation(["card", "common"]);
  const text = useProblemText();
  const toasts = useToasts();
  const pipelines = usePipelines() ?? [];
  const save = useSteps(deal.id);
  /** What is written here is of this version, whatever comes while it is being written. */
  const [seen, setSeen] = useState(known);
  const { schedule } = seen;
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
  const takeBack = async (saved: string | null) => {
    let tag = saved;
    for (const wanted of undoingOf(schedule)) ({ tag } = await save.mutateAsync({ wanted, tag }));
  };
  // Whoever has read that somebody was quicker, and what is now, may save over it.
  const stale = save.error && toProblem(save.error).status === STALE;
  if (stale && known !== seen && known.tag !== seen.tag) setSeen(known);
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
          save.mutate(
            { wanted: plan, tag: seen.tag },
            {
              onSuccess: ({ tag }) => {
                toasts.done(t("roundsSaved"), () => takeBack(tag));
                onClose();
              },
            },
          );
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
