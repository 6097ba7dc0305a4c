import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { Section } from "../section";
import { SignatureEditor } from "./signature-editor";
import classes from "./signature.module.css";

const PATH = "/api/communications/signatures/mailboxes/{mailbox_id}";

interface MailboxSignaturesProps {
  kept: readonly Schemas["MailboxSignature"][];
}

/** A mailbox that several write from can have words of its own. */
export function MailboxSignatures({ kept }: MailboxSignaturesProps) {
  const { t } = useTranslation("outgoing");
  const [chosen, choose] = useState<string | null>(null);
  const boxes = $api.useQuery("get", "/api/communications/mailboxes").data?.items ?? [];
  const open = boxes.filter(({ closed }) => !closed);
  const id = chosen ?? open[0]?.id;
  if (!id) return null;
  return (
    <Section title={t("signatureMailbox")} text={t("signatureMailboxText")}>
      <Select
        className={classes.mailbox}
        label={t("signatureMailboxWhich")}
        allowDeselect={false}
        data={open.map((box) => ({ value: box.id, label: `${box.name} <${box.address}>` }))}
        value={id}
        onChange={choose}
      />
      <SignatureEditor
        key={id}
        draftKey={`signature.of.${id}`}
        label={t("signatureMailboxOwn")}
        kept={kept.find((one) => one.mailbox_id === id)?.html ?? ""}
        instead=""
        none={t("signatureMailboxNone")}
        save={(html) =>
          bodyOf(api.PUT(PATH, { params: { path: { mailbox_id: id } }, body: { html } }))
        }
      />
    </Section>
  );
}
