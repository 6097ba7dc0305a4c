import {
  Button,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Switch,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AlreadyThere } from "../alike/already-there";
import { AmountInput } from "../amount-input";
import { type Lead, toProblem, useCardTitles, usePipelines } from "../../api";
import { cardPath, cardText } from "../../api/cards";
import { useDraft } from "../../lib";
import { CardChoice } from "../card-choice";
import { CardLink } from "../card-kind";
import { useProblemText } from "../problem-text";
import { type Draft, draftOf, isReady } from "./conversion";
import { useConversion } from "./use-conversion";
import { Carried } from "./carried";
import { RequiredOwn, useRequiredOwn } from "./required-own";
import classes from "./convert.module.css";

interface ConvertDialogProps {
  lead: Lead;
  onClose: () => void;
}

/** What a lead becomes, in as few fields as it takes; most of them are filled from the lead. */
export default function ConvertDialog({ lead, onClose }: ConvertDialogProps) {
  const { t } = useTranslation(["convert", "common"]);
  const [draft, change, forget] = useDraft<Draft>(`convert-${lead.id}`, draftOf(lead));
  const done = () => {
    forget();
    onClose();
  };
  const conversion = useConversion(lead, done);
  const problem = conversion.error ? toProblem(conversion.error) : null;
  const required = useRequiredOwn(lead, draft);
  const asking = (kind: "contact" | "company" | "deal") => (
    <RequiredOwn
      kind={kind}
      fields={required.get(kind) ?? []}
      draft={draft}
      change={change}
      at={(pointer) => problem?.at(pointer) ?? null}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("title", { title: lead.title })}
      classNames={{ title: classes.heading }}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          conversion.mutate(draft);
        }}
      >
        <p className={classes.intro}>{t("intro")}</p>
        <ContactFields draft={draft} change={change} problem={problem} />
        {asking("contact")}
        {asking("company")}
        <DealFields draft={draft} change={change} problem={problem}>
          {asking("deal")}
        </DealFields>
        <Carried lead={lead} draft={draft} />
        <Refusal problem={problem} onTake={(contact) => change({ contact })} onLeave={done} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={conversion.isPending} disabled={!isReady(draft)}>
            {draft.withDeal ? t("submitDeal") : t("submit")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

type Problem = ReturnType<typeof toProblem> | null;

interface FieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problem: Problem;
}

function ContactFields({ draft, change, problem }: FieldsProps) {
  const { t } = useTranslation("convert");
  const fresh = draft.contact && "name" in draft.contact ? draft.contact : null;
  const isNew = draft.contact === null || fresh !== null;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <CardChoice
          kind="contact"
          label={t("contact")}
          newLabel={t("newContact")}
          value={draft.contact}
          error={problem?.at("/contact/name") ?? problem?.at("/contact/id")}
          autoFocus
          onChange={(contact) => change({ contact })}
        />
        <CardChoice
          kind="company"
          label={t("company")}
          newLabel={t("newCompany")}
          value={draft.company}
          error={problem?.at("/company") ?? problem?.at("/deal/company_id")}
          onChange={(company) => change({ company })}
        />
      </SimpleGrid>
      {isNew && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" mt="md">
          <TagsInput
            label={t("emails")}
            inputMode="email"
            classNames={{ inputField: classes.tag }}
            value={draft.emails}
            acceptValueOnBlur
            error={problem?.at("/contact/emails")}
            onChange={(emails) => change({ emails })}
          />
          <TagsInput
            label={t("phones")}
            inputMode="tel"
            classNames={{ inputField: classes.tag }}
            value={draft.phones}
            acceptValueOnBlur
            error={problem?.at("/contact/phones")}
            onChange={(phones) => change({ phones })}
          />
        </SimpleGrid>
      )}
      {isNew && !problem?.about && (
        <AlreadyThere
          kind="contact"
          draft={{
            name: fresh?.name ?? "",
            emails: draft.emails,
            phones: draft.phones,
          }}
          onTake={(contact) => change({ contact })}
        />
      )}
      {draft.company && "name" in draft.company && (
        <AlreadyThere
          kind="company"
          draft={{ name: draft.company.name }}
          onTake={(company) => change({ company })}
        />
      )}
    </>
  );
}

function DealFields({ draft, change, problem, children }: FieldsProps & { children: ReactNode }) {
  const { t } = useTranslation("convert");
  const pipelines = usePipelines() ?? [];
  return (
    <fieldset className={classes.deal}>
      <Switch
        label={t("withDeal")}
        checked={draft.withDeal}
        onChange={(event) => change({ withDeal: event.currentTarget.checked })}
      />
      {draft.withDeal && (
        <>
          <TextInput
            mt="md"
            label={t("dealTitle")}
            maxLength={200}
            value={draft.title}
            error={problem?.at("/deal/title")}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" mt="md">
            <Select
              label={t("pipeline")}
              allowDeselect={false}
              data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
              value={draft.pipelineId ?? pipelines[0]?.id ?? null}
              error={problem?.at("/deal/pipeline_id")}
              onChange={(pipelineId) => change({ pipelineId })}
            />
            <AmountInput
              label={t("amount")}
              value={draft.amount}
              error={problem?.at("/deal/amount")}
              onChange={(amount) => change({ amount })}
            />
          </SimpleGrid>
          {problem?.at("/deal/description") && (
            <p role="alert" className={classes.problem}>
              {t("needsDescription")}
            </p>
          )}
          {children}
        </>
      )}
    </fieldset>
  );
}

interface RefusalProps {
  problem: Problem;
  onTake: (contact: { id: string; title: string }) => void;
  onLeave: () => void;
}

/** Why it was not done; where another card stands in the way, the way to it. */
function Refusal({ problem, onTake, onLeave }: RefusalProps) {
  const { t } = useTranslation("convert");
  const text = useProblemText();
  const about = problem?.about ?? null;
  const title = useCardTitles(about ? [about] : []).get(about ? cardText(about) : "");
  if (!problem || problem.fields.length > 0) return null;
  if (problem.status === 409 && about?.kind === "contact")
    return (
      <div className={classes.known} data-risk role="alert">
        <span>
          {t("taken")}: <CardLink card={about} title={title} />
        </span>
        <Button size="compact-sm" onClick={() => onTake({ id: about.id, title: title ?? "" })}>
          {t("takeKnown")}
        </Button>
      </div>
    );
  if (problem.status === 409 && about)
    return (
      <div className={classes.known} data-risk role="alert">
        <span>{t("already")}</span>
        <Button
          component={Link}
          to={cardPath(about)}
          size="compact-sm"
          variant="default"
          onClick={onLeave}
        >
          {title ?? t("openConverted")}
        </Button>
      </div>
    );
  return (
    <p role="alert" className={classes.problem}>
      {text(problem)}
    </p>
  );
}
