import { Button } from "@mantine/core";
import { IconAddressBook, IconUserPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useSession } from "../../api/use-session";
import { CONTACT_FROM_CARD, writeDraft } from "../../lib";
import classes from "./findings.module.css";
import { Fact } from "./invitation";

/** Somebody's business card, from which a contact is made by the form for one. */
export function BusinessCard({ card }: { card: Schemas["VisitingCardView"] }) {
  const { t } = useTranslation("findings");
  const navigate = useNavigate();
  const session = useSession();
  const staff = "person" in session && !session.person.roles.includes("client");
  const begin = () => {
    // Under a key of its own, so that a form begun by hand stays as it is.
    writeDraft(CONTACT_FROM_CARD, {
      name: card.name,
      email: card.emails[0] ?? "",
      phone: card.phones[0] ?? "",
      job_title: card.job_title,
      company: card.company ? { name: card.company } : null,
    });
    void navigate({ to: "/contacts", search: { create: "card" } });
  };
  return (
    <section className={classes.found} aria-label={t("businessCard")}>
      <IconAddressBook size={20} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <p className={classes.kind}>{t("businessCard")}</p>
        <p className={classes.title}>{card.name}</p>
        {card.job_title && <p className={classes.said}>{card.job_title}</p>}
        <dl className={classes.facts}>
          {card.phones.length > 0 && <Fact name={t("phone")}>{card.phones.join(", ")}</Fact>}
          {card.emails.length > 0 && <Fact name={t("email")}>{card.emails.join(", ")}</Fact>}
          {card.company && <Fact name={t("company")}>{card.company}</Fact>}
        </dl>
        {staff && (
          <Button
            className={classes.act}
            size="xs"
            variant="default"
            leftSection={<IconUserPlus size={16} />}
            onClick={begin}
          >
            {t("createContact")}
          </Button>
        )}
      </div>
    </section>
  );
}
