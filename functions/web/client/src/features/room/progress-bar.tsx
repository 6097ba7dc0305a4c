import { IconCircleCheck, IconCircleMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas } from "@/shared/api";
import { stepsOf } from "./progress";
import classes from "./progress-bar.module.css";

export function useProgress(dealId: string) {
  return $api.useQuery("get", "/api/crm/deals/{card_id}/progress", {
    params: { path: { card_id: dealId } },
  });
}

interface ProgressBarProps {
  deal: Schemas["DealView"];
  /** With the names of all steps under it, where there is room. */
  named?: boolean;
}

/** How far a deal has come: quiet steps, and the present one in words. */
export function ProgressBar({ deal, named }: ProgressBarProps) {
  const { t } = useTranslation("room");
  const query = useProgress(deal.id);
  if (deal.stage_kind === "lost")
    return (
      <p className={classes.ended}>
        <IconCircleMinus size={18} aria-hidden /> {t("lost")}
      </p>
    );
  if (!query.data) return <div className={classes.empty} />;
  const { names, at } = stepsOf(query.data);
  const won = deal.stage_kind === "won";
  return (
    <div className={won ? `${classes.progress} ${classes.won}` : classes.progress}>
      <p className={classes.here} data-won={won || undefined}>
        {won && <IconCircleCheck size={18} aria-hidden />}
        <strong>{names[at]}</strong>
        {!won && (
          <span className={classes.count}>{t("step", { at: at + 1, all: names.length })}</span>
        )}
      </p>
      <ol className={classes.steps} aria-label={t("steps")} data-named={named || undefined}>
        {names.map((name, index) => (
          <li
            key={name}
            className={classes.step}
            data-done={index < at || won || undefined}
            aria-current={index === at ? "step" : undefined}
          >
            <span className={classes.stepName}>{name}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
