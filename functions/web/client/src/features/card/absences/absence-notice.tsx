import { IconBeach } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardRef, isSameCard, type Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { CardLink } from "@/shared/ui";
import { useWrite } from "../writing";
import classes from "./absence-notice.module.css";

type Absence = Schemas["AbsenceView"];
type Asked = "contact" | "deal";

const MINUTE_MS = 60_000;

const at = (card_id: string) => ({ params: { path: { card_id } } });

const AWAY: Record<Asked, (id: string) => Promise<Schemas["AbsenceList"]>> = {
  contact: (id) => bodyOf(api.GET("/api/crm/contacts/{card_id}/absences", at(id))),
  deal: (id) => bodyOf(api.GET("/api/crm/deals/{card_id}/absences", at(id))),
};

/** Says which of the card's contacts are away by their own automatic letters, and whom to turn to meanwhile. */
export function AbsenceNotice({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const { data } = useQuery({
    queryKey: ["card-absences", card.kind, card.id],
    enabled: card.kind === "deal" || card.kind === "contact",
    queryFn: () => AWAY[card.kind as Asked](card.id),
    staleTime: MINUTE_MS,
    refetchInterval: MINUTE_MS,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes.notice} aria-label={t("absences")}>
      {data.items.map((absence) => (
        <Line key={absence.contact.id} absence={absence} on={card} />
      ))}
    </section>
  );
}

function Line({ absence, on }: { absence: Absence; on: CardRef }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const { kind, since, substitute } = absence;
  const day = formats.shortDate;
  const until = day(absence.until);
  return (
    <div className={classes.line}>
      <IconBeach className={classes.icon} size={16} aria-hidden />
      <div className={classes.words}>
        {!isSameCard(absence.contact, on) && (
          <span className={classes.link}>
            <CardLink card={absence.contact} title={absence.name} />
          </span>
        )}
        <span>
          {since
            ? t("absenceRange", { kind, since: day(since), until })
            : t("absenceUntil", { kind, until })}
        </span>
        {substitute && <Instead {...substitute} />}
        <Link
          className={classes.link}
          to="/inbox/$letterId"
          params={{ letterId: absence.communication_id }}
        >
          {t("absenceLetter")}
        </Link>
      </div>
    </div>
  );
}

function Instead({ name, address, phone }: NonNullable<Absence["substitute"]>) {
  const { t } = useTranslation("card");
  const write = useWrite();
  return (
    <span className={classes.instead}>
      <span>{name ? t("absenceInstead", { name }) : t("absenceInsteadOf")}</span>
      {address && (
        <button
          type="button"
          className={classes.address}
          aria-label={t("absenceWrite", { address })}
          onClick={() => write({ to: [address] })}
        >
          {address}
        </button>
      )}
      {phone && (
        <a className={classes.link} href={`tel:${phone}`}>
          {phone}
        </a>
      )}
    </span>
  );
}
