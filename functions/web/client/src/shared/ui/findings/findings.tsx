import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { BusinessCard } from "./business-card";
import classes from "./findings.module.css";
import { Invitation } from "./invitation";
import { isPacked } from "./packed";

/** What is recognised in a letter's files: invitations and business cards; and what could not be unpacked. */
export function Findings({ letter }: { letter: Schemas["CommunicationView"] }) {
  const { t } = useTranslation("findings");
  const { invitations, business_cards: cards } = letter;
  return (
    <>
      {invitations.map((invitation, index) => (
        <Invitation key={index} invitation={invitation} />
      ))}
      {cards.map((card, index) => (
        <BusinessCard key={index} card={card} />
      ))}
      {letter.attachments.some(isPacked) && <p className={classes.note}>{t("notUnpacked")}</p>}
    </>
  );
}
