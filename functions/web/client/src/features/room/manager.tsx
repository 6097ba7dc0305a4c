import { IconPhone } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { $api } from "@/shared/api";
import { Face } from "@/shared/ui";
import { useProgress } from "./progress-bar";
import classes from "./room.module.css";

/** Whom to ask, and how to call him. */
export function Manager({ dealId }: { dealId: string }) {
  const { t } = useTranslation("room");
  const progress = useProgress(dealId);
  const id = progress.data?.manager_id ?? "";
  const query = $api.useQuery(
    "get",
    "/api/people/employees/{person_id}/business-card",
    { params: { path: { person_id: id } } },
    { enabled: id !== "", retry: false },
  );
  const name = query.data?.name ?? progress.data?.manager_name;
  if (!name) return null;
  return (
    <section className={classes.section} aria-label={t("manager")}>
      <div className={classes.manager}>
        <Face name={name} size={40} silent />
        <div className={classes.fileBody}>
          <span className={classes.note}>{t("manager")}</span>
          <span className={classes.name}>{name}</span>
          {query.data?.job_title && <span className={classes.note}>{query.data.job_title}</span>}
        </div>
      </div>
      {query.data?.phone && (
        <a className={classes.phone} href={`tel:${query.data.phone}`}>
          <IconPhone size={18} aria-hidden /> {spaced(query.data.phone)}
        </a>
      )}
    </section>
  );
}

/** A number as people read it; only Russian ones are known well enough. */
export function spaced(phone: string): string {
  return phone.replace(/^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/, "$1 $2 $3-$4-$5");
}
