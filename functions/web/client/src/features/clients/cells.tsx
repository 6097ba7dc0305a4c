import { useTranslation } from "react-i18next";
import type { AnyCard } from "@/shared/api";
import { type Column, When } from "@/shared/ui";
import { PersonFace } from "@/shared/ui/absences/person-face";
import classes from "./clients.module.css";

export function MailLink({ address }: { address: string | undefined }) {
  if (!address) return null;
  return (
    <a className={classes.quiet} href={`mailto:${address}`} title={address}>
      {address}
    </a>
  );
}

export function PhoneLink({ number }: { number: string | undefined }) {
  if (!number) return null;
  return (
    <a className={`${classes.quiet} tabular`} href={`tel:${number}`}>
      {number}
    </a>
  );
}

function Owner({ id, name }: { id: string | null; name: string | null | undefined }) {
  if (!name) return null;
  return (
    <span className={classes.owner}>
      <PersonFace id={id} name={name} silent />
      <span>{name}</span>
    </span>
  );
}

/** The columns that every kind of card has: when it came and was changed last, and whose it is. */
export function useUsualColumns<T extends AnyCard>() {
  const { t } = useTranslation("clients");
  const day = { numeric: true, extra: true, width: "112px", hideBelow: 960 } as const;
  const created: Column<T> = {
    ...day,
    key: "created",
    sort: "created",
    header: t("created"),
    render: (card) => <When at={card.created_at} as="day" />,
  };
  const updated: Column<T> = {
    ...day,
    key: "updated",
    sort: "updated",
    header: t("updated"),
    render: (card) => <When at={card.updated_at} as="day" />,
  };
  const owner: Column<T> = {
    key: "owner",
    header: t("owner"),
    width: "152px",
    hideBelow: 960,
    render: (card) => <Owner id={card.owner_id} name={card.owner_name} />,
  };
  return { created, updated, owner };
}
