import { Tooltip } from "@mantine/core";
import { IconHourglassHigh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Deal, Stage } from "../../api";
import { daysSince, staysTooLong, useNow } from "../../lib";
import classes from "./stay-mark.module.css";

interface StayMarkProps {
  deal: Pick<Deal, "open" | "stage_since">;
  stage: Stage | undefined;
}

/** For how many days a deal has stood in its stage, and whether that is too long. */
export function StayMark({ deal, stage }: StayMarkProps) {
  const { t } = useTranslation("stay");
  const now = useNow();
  const count = daysSince(deal.stage_since, now);
  const long = staysTooLong(deal, stage, now);
  const help = long
    ? t("tooLongHelp", { count, most: stage?.most_days })
    : t("daysLong", { count });
  return (
    <Tooltip label={help} multiline maw={280}>
      <span className={classes.stay} data-long={long || undefined}>
        {long && <IconHourglassHigh size={14} aria-hidden />}
        {t(long ? "tooLong" : "days", { count })}
      </span>
    </Tooltip>
  );
}
