import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Deal, Schemas, Stage } from "../../api";
import { AmountInput } from "../amount-input";
import { CardChoice, type Choice } from "../card-choice";

type Patch = Schemas["DealPatch"];

interface FillDialogProps {
  deal: Deal;
  stage: Stage;
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
  const { deal, stage, names, busy } = props;
  const [amount, setAmount] = useState("");
  const [company, setCompany] = useState<Choice | null>(null);
  const [contact, setContact] = useState<Choice | null>(null);
  const [description, setDescription] = useState("");
  const patch = patchOf(names, { amount, company, contact, description });
  const own = names.some((name) => name.startsWith("own."));
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("fillTitle", { title: deal.title, stage: stage.name })}
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
          {own && <Text size="sm">{t("fillOwn")}</Text>}
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
          <Button type="submit" loading={busy} disabled={!patch || own}>
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
    else if (!name.startsWith("own.")) return null;
  }
  return patch;
}
