import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, usePerson } from "@/shared/api";
import { RowSkeletons } from "@/shared/ui";
import { Section } from "../section";
import { MailboxSignatures } from "./mailbox-signatures";
import { SignatureEditor } from "./signature-editor";

const PATH = "/api/communications/signatures";

/** What stands under one's letters; owners write what stands under everybody's, and under those of a mailbox. */
export function Signature() {
  const { t } = useTranslation("outgoing");
  const owner = usePerson().roles.includes("owner");
  const { data } = $api.useQuery("get", PATH);
  if (!data) return <RowSkeletons count={3} />;
  return (
    <>
      <Section title={t("signature")} text={t("signatureText")}>
        <SignatureEditor
          draftKey="signature.own"
          label={t("signatureOwn")}
          kept={data.own ?? ""}
          instead={data.company ?? ""}
          none={t("signatureNone")}
          save={(html) => bodyOf(api.PUT(PATH, { body: { html } }))}
        />
      </Section>
      {owner && (
        <Section title={t("signatureCompany")} text={t("signatureCompanyText")}>
          <SignatureEditor
            draftKey="signature.all"
            label={t("signatureCompany")}
            kept={data.company ?? ""}
            instead=""
            none={t("signatureNone")}
            save={(html) => bodyOf(api.PUT(`${PATH}/company`, { body: { html } }))}
          />
        </Section>
      )}
      {owner && <MailboxSignatures kept={data.mailboxes} />}
    </>
  );
}
