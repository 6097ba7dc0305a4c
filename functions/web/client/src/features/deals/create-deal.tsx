import { Button, Group, Modal, Select, SimpleGrid, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas, toProblem, settleTallies, usePipelines } from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { CardChoice, type Choice, useProblemText, useToasts } from "@/shared/ui";
import { AmountInput } from "@/shared/ui/amount-input";
import { useOwnForm } from "@/shared/ui/own/own-form";
import { OpenDeals } from "./open-deals";

const EMPTY = {
  title: "",
  pipelineId: null as string | null,
  stageId: null as string | null,
  amount: "",
  contact: null as Choice | null,
  company: null as Choice | null,
};

/** The few fields with which a deal begins; what is typed survives closing by mistake. */
export default function CreateDeal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["deals", "common"]);
  const [draft, change, forget] = useDraft("new-deal", EMPTY);
  const [alike, setAlike] = useState(false);
  const text = useProblemText();
  const pipelines = usePipelines();
  const pipeline = pipelines?.find(({ id }) => id === draft.pipelineId) ?? pipelines?.[0];
  const own = useOwnForm("deal", pipeline?.id);
  const create = useCreate(() => {
    forget();
    own.forget();
    onClose();
  });
  const stages = pipeline?.stages.filter(({ kind }) => kind === "open") ?? [];
  const problem = create.error ? toProblem(create.error) : null;
  const submit = () =>
    create.mutate({
      title: draft.title.trim(),
      pipeline_id: pipeline?.id,
      stage_id: draft.stageId ?? undefined,
      amount: draft.amount === "" ? undefined : { amount: draft.amount, currency: "RUB" },
      contact_ids: idOf(draft.contact) ? [idOf(draft.contact) ?? ""] : [],
      company_id: idOf(draft.company),
      participant_ids: [],
      own: own.values,
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("createTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label={t("fieldTitle")}
          placeholder={t("fieldTitleHelp")}
          required
          withAsterisk={false}
          data-autofocus
          maxLength={200}
          value={draft.title}
          error={problem?.at("/title")}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} mt="md" spacing="md">
          <CardChoice
            kind="contact"
            label={t("fieldContact")}
            value={draft.contact}
            error={problem?.at("/contact_ids")}
            onChange={(contact) => change({ contact })}
          />
          <CardChoice
            kind="company"
            label={t("fieldCompany")}
            value={draft.company}
            error={problem?.at("/company_id")}
            onChange={(company) => change({ company })}
          />
          <Select
            label={t("pipeline")}
            allowDeselect={false}
            data={pipelines?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={pipeline?.id ?? null}
            onChange={(pipelineId) => change({ pipelineId, stageId: null })}
          />
          <Select
            label={t("stage")}
            allowDeselect={false}
            data={stages.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.stageId ?? stages[0]?.id ?? null}
            onChange={(stageId) => change({ stageId })}
          />
          <AmountInput
            label={t("fieldAmount")}
            value={draft.amount}
            error={problem?.at("/amount")}
            onChange={(amount) => change({ amount })}
          />
        </SimpleGrid>
        <OpenDeals
          contactId={idOf(draft.contact)}
          companyId={idOf(draft.company)}
          onFound={setAlike}
        />
        {own.render((pointer) => problem?.at(pointer) ?? null)}
        {problem?.fields.length === 0 && (
          <p role="alert" style={{ color: "var(--late)" }}>
            {text(problem)}
          </p>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button
            type="submit"
            loading={create.isPending}
            disabled={draft.title.trim() === "" || own.missing}
          >
            {alike ? t("common:createAnyway") : t("createSubmit")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function useCreate(onDone: () => void) {
  const { t } = useTranslation("deals");
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  return useMutation({
    mutationFn: postDeal,
    onSuccess: (deal) => {
      void client.invalidateQueries({ queryKey: ["deals"] });
      settleTallies(client);
      toasts.done(t("created"));
      onDone();
      void navigate({ to: "/deals/$cardId", params: { cardId: deal.id } });
    },
  });
}

function idOf(choice: Choice | null): string | undefined {
  return choice && "id" in choice ? choice.id : undefined;
}

function postDeal(body: Schemas["NewDeal"]) {
  return bodyOf(api.POST("/api/crm/deals", { body }));
}
