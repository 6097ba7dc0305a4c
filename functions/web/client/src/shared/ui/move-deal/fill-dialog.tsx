import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type OwnValue, type OwnValues, type Schemas, type Stage, useOwnFields } from "../../api";
import { AmountInput } from "../amount-input";
import { CardChoice, type Choice } from "../card-choice";
import { OwnInput } from "../own/own-input";

const OWN = "own.";

type Patch = Schemas["DealPatch"];

interface FillDialogProps {
  /** The deal, or how many. */
  title: string;
  stage: Stage;
  pipelineId: string;
  names: readonly string[];
  busy: boolean;
  /** What the portal has refused. */
  problem: string | null;
  onSubmit: (patch: Patch) => void;
  onClose: () => void;
}

/** Asks for what a stage requires and the deal does not have, before the deal goes there. */
export function FillDialog(props: FillDialogProps) {
  const { t } = useTranslation();
  const { title, stage, names, busy } = props;
  const fields = useOwnFields("deal", props.pipelineId).filter(({ id }) =>
    names.includes(`own.${id}`),
  );
  const files = fields.filter(({ type }) => type === "file");
  const [own, setOwn] = useState<OwnValues>({});
  const [amount, setAmount] = useState("");
  const [company, setCompany] = useState<Choice | null>(null);
  const [contact, setContact] = useState<Choice | null>(null);
  const [description, setDescription] = useState("");
  const patch = patchOf(names, { amount, company, contact, description, own });
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("fillTitle", { title, stage: stage.name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (patch) props.onSubmit(patch);
        }}
      >
        <Stack gap="md">
          {names.includes("amount") && (
            <AmountInput label={t("field_amount")} value={amount} onChange={setAmount} />
          )}
          {names.includes("company_id") && (
            <CardChoice
              kind="company"
              label={t("field_company_id")}
              value={company}
              onChange={setCompany}
            />
          )}
          {names.includes("contact_ids") && (
            <CardChoice
              kind="contact"
              label={t("field_contact_ids")}
              value={contact}
              onChange={setContact}
            />
          )}
          {names.includes("description") && (
            <Textarea
              label={t("field_description")}
              autosize
              minRows={2}
              maxLength={10_000}
              value={description}
              onChange={(event) => setDescription(event.currentTarget.value)}
            />
          )}
          {fields
            .filter(({ type }) => type !== "file")
            .map((field) => (
              <OwnInput
                key={field.id}
                labelled
                field={field}
                value={own[field.id] ?? null}
                onChange={(value) => setOwn({ ...own, [field.id]: value })}
              />
            ))}
          {files.length > 0 && (
            <Text size="sm">
              {t("fillFiles", { names: files.map(({ name }) => name).join(", ") })}
            </Text>
          )}
          {props.problem && (
            <Text size="sm" c="var(--late)" role="alert">
              {props.problem}
            </Text>
          )}
        </Stack>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={busy} disabled={!patch}>
            {t("fillSubmit")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface Filled {
  amount: string;
  company: Choice | null;
  contact: Choice | null;
  description: string;
  own: OwnValues;
}

/** The fields as the portal takes them; null until all of them are filled. */
function patchOf(names: readonly string[], filled: Filled): Patch | null {
  const companyId = filled.company && "id" in filled.company ? filled.company.id : null;
  const contactId = filled.contact && "id" in filled.contact ? filled.contact.id : null;
  const patch: Patch = {};
  for (const name of names) {
    if (name === "amount" && filled.amount !== "")
      patch.amount = { amount: filled.amount, currency: "RUB" };
    else if (name === "company_id" && companyId) patch.company_id = companyId;
    else if (name === "contact_ids" && contactId) patch.contact_ids = [contactId];
    else if (name === "description" && filled.description.trim() !== "")
      patch.description = filled.description;
    else if (name.startsWith(OWN)) {
      const id = name.slice(OWN.length);
      const value = filled.own[id] ?? null;
      if (!isFilled(value)) return null;
      patch.own = { ...patch.own, [id]: value };
    } else return null;
  }
  return patch;
}

function isFilled(value: OwnValue): boolean {
  if (typeof value === "string") return value.trim() !== "";
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
