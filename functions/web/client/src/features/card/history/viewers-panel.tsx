import { useTranslation } from "react-i18next";
import type { CardRef, Schemas } from "@/shared/api";
import { CardLink, ErrorState, Face, RowSkeletons } from "@/shared/ui";
import classes from "./history.module.css";
import { useViewers } from "./queries";

type Reason = Schemas["ReasonView"];

/** Everybody who sees a card, each with the reason, and what to do to change it. */
export function ViewersPanel({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const reason = useReason();
  const viewers = useViewers(card);
  if (viewers.isPending) return <RowSkeletons count={3} />;
  if (!viewers.data)
    return <ErrorState error={viewers.error} onRetry={() => void viewers.refetch()} />;
  const { people, clients } = viewers.data;
  return (
    <>
      <ul className={classes.people} aria-label={t("viewersTitle")}>
        {people.map(({ id, name, reasons }) => (
          <li key={id} className={classes.person}>
            <Face name={name} silent />
            <span className={classes.who}>{name}</span>
            <span className={classes.reasons}>{reasons.map(reason).join(", ")}</span>
          </li>
        ))}
      </ul>
      {clients.length > 0 && (
        <>
          <h3 className={classes.subtitle}>{t("viewersClients")}</h3>
          <ul className={classes.people} aria-label={t("viewersClients")}>
            {clients.map((client, index) => (
              <li key={client.card?.id ?? index} className={classes.person}>
                <Face name={client.name ?? "?"} silent />
                <span className={classes.who}>
                  {client.card ? (
                    <CardLink card={client.card} title={client.name ?? undefined} />
                  ) : (
                    t("viewersHiddenClient")
                  )}
                </span>
                <span className={classes.reasons}>{t("viewersClientNote")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.note}>{t("viewersHow")}</p>
    </>
  );
}

function useReason(): (reason: Reason) => string {
  const { t } = useTranslation("card");
  return ({ why, department }) => {
    if (why === "head" || why === "department")
      return department ? t(`why_${why}`, { department }) : t(`why_${why}Of`);
    return t(`why_${why}`);
  };
}
