import { useTranslation } from "react-i18next";
import { type Lead, type OwnField, useOwnFields } from "../../api";
import type { Draft } from "./conversion";
import classes from "./convert.module.css";
import { carriedFields } from "./carried-fields";

/** Which values of the lead's own fields go onto the new cards, and which stay on the lead. */
export function Carried({ lead, draft }: { lead: Lead; draft: Draft }) {
  const { t } = useTranslation("convert");
  const filled = useOwnFields("lead").filter(({ id }) => lead.own?.[id] !== undefined);
  const deal = useOwnFields("deal", draft.pipelineId ?? undefined);
  const contact = useOwnFields("contact");
  const company = useOwnFields("company");
  const targets = [
    ...(draft.withDeal ? deal : []),
    ...(draft.contact !== null && "id" in draft.contact ? [] : contact),
    ...(draft.company !== null && "name" in draft.company ? company : []),
  ];
  const going = carriedFields(filled, targets);
  const staying = filled.filter((field) => !going.includes(field));
  return (
    <>
      {going.length > 0 && (
        <p className={classes.carried}>{t("carried", { names: named(going) })}</p>
      )}
      {staying.length > 0 && (
        <p className={classes.carried}>{t("notCarried", { names: named(staying) })}</p>
      )}
    </>
  );
}

function named(fields: readonly OwnField[]): string {
  return fields.map(({ name }) => name).join(", ");
}
