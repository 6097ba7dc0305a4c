import { Button } from "@mantine/core";
import { IconArrowRight, IconTargetArrow } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { cardPath, type CardRef, type Lead } from "../../api";

const ConvertDialog = lazy(() => import("./convert-dialog"));

/** Opens the dialog for a lead; `dialog` has to be drawn somewhere. */
export function useConvertLead(): { convert: (lead: Lead) => void; dialog: ReactNode } {
  const [lead, setLead] = useState<Lead | null>(null);
  return {
    convert: setLead,
    dialog: (
      <Suspense>
        {lead && <ConvertDialog key={lead.id} lead={lead} onClose={() => setLead(null)} />}
      </Suspense>
    ),
  };
}

/** The card on which the work of a converted lead goes on. */
export function successorOf(lead: Lead): CardRef | null {
  const became = lead.converted_to;
  if (!became) return null;
  return became.deal_id
    ? { kind: "deal", id: became.deal_id }
    : { kind: "contact", id: became.contact_id };
}

/** On a lead: turns it into a deal, or shows the way to what it became. */
export function ConvertButton({ lead }: { lead: Lead }) {
  const { t } = useTranslation("convert");
  const { convert, dialog } = useConvertLead();
  const went = successorOf(lead);
  if (went)
    return (
      <Button
        component={Link}
        to={cardPath(went)}
        size="xs"
        h={32}
        variant="default"
        rightSection={<IconArrowRight size={16} />}
      >
        {went.kind === "deal" ? t("wentTo") : t("wentToContact")}
      </Button>
    );
  return (
    <>
      <Button
        size="xs"
        h={32}
        leftSection={<IconTargetArrow size={16} />}
        onClick={() => convert(lead)}
      >
        {t("verb")}
      </Button>
      {dialog}
    </>
  );
}
