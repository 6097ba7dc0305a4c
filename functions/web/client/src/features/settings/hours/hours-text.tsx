import { useTranslation } from "react-i18next";
import { zoneLabel } from "@/shared/i18n";
import { dayName, type Hours } from "./hours-draft";
import classes from "./hours.module.css";

/** The working hours for whoever does not set them. */
export function HoursText({ hours }: { hours: Hours }) {
  const { t, i18n } = useTranslation("hours");
  const days = hours.days.map((day) => dayName(i18n.language, day)).join(", ");
  return (
    <p className={classes.words}>
      {t("inWords", {
        days,
        starts: hours.starts,
        ends: hours.ends,
        zone: zoneLabel(i18n.language, hours.zone),
      })}
    </p>
  );
}
