import { useTranslation } from "react-i18next";
import type { Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { When } from "@/shared/ui";
import { lengthOf, stateOf } from "./health";
import classes from "./mail-health.module.css";
import { MailboxReplay } from "./replay";

type Health = Schemas["HealthView"];

const PLACES = ["linked", "unlinked", "aside", "failed", "skipped", "stored"] as const;

/** One mailbox: how it fares, what is usual, and where its letters are. */
export function MailboxState({ health }: { health: Health }) {
  const { t } = useTranslation("health");
  const state = stateOf(health);
  return (
    <li className={classes.mailbox}>
      <p className={classes.name}>
        {health.address ?? t("noMailbox")}
        {health.address && state !== "none" && (
          <span className={classes.state} data-state={state}>
            {t(state)}
          </span>
        )}
      </p>
      <p className={classes.text}>
        {health.last_at ? (
          <>
            {t("last")} <When at={health.last_at} />
          </>
        ) : (
          t("never")
        )}
      </p>
      {state === "silent" && (
        <p className={classes.warning}>
          {t("silentText", { silent: Math.round(health.traffic.silent_hours ?? 0) })}
        </p>
      )}
      {health.address ? (
        <Usual health={health} />
      ) : (
        <p className={classes.text}>{t("noMailboxText")}</p>
      )}
      {health.since && <Counts health={health} since={health.since} />}
      {health.mailbox_id && health.address && (
        <MailboxReplay mailboxId={health.mailbox_id} address={health.address} />
      )}
    </li>
  );
}

function Usual({ health }: { health: Health }) {
  const { t } = useTranslation("health");
  const { usual_hours: usual, alarm_after_hours: alarm } = health.traffic;
  if (usual === null || alarm === null) return null;
  const spoken = (hours: number) => {
    const { unit, count } = lengthOf(hours);
    return t(unit, { count });
  };
  return (
    <p className={classes.text}>
      {t("usual", { hours: spoken(usual) })} {t("alarm", { hours: spoken(alarm) })}
    </p>
  );
}

function Counts({ health, since }: { health: Health; since: string }) {
  const { t } = useTranslation("health");
  const formats = useFormats();
  return (
    <>
      <p className={classes.text}>
        {t("counted", { count: health.tally.counted })} {formats.day(since)}
      </p>
      <dl className={classes.counts}>
        {PLACES.map((place) => (
          <div key={place} data-grave={place === "failed" && health.tally.failed > 0}>
            <dt>{t(place)}</dt>
            <dd>{formats.number(health.tally[place])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
