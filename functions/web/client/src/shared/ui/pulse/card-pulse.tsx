import { Tooltip } from "@mantine/core";
import { IconBell, IconBellOff, IconClockExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CardRef, usePulse } from "../../api";
import { useFormats } from "../../i18n";
import { useNow } from "../../lib";
import classes from "./card-pulse.module.css";
import { overdueBy } from "./overdue";

/** Whether the client has waited for too long, and what is to be done next: on the card of a board. */
export function CardPulse({ card }: { card: CardRef }) {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  const late = overdueBy(usePulse(card), useNow());
  return (
    <>
      {late !== null && (
        <p className={classes.overdue}>
          <IconClockExclamation size={14} aria-hidden />
          <span>{t("overdueBy", { time: formats.duration(late / 1000) })}</span>
        </p>
      )}
      <NextStep card={card} />
    </>
  );
}

interface NextStepProps {
  card: CardRef;
  /** Says nothing where there is none. */
  quiet?: boolean;
}

/** In a list: that the client has waited for too long, or else what is to be done next. */
export function Awaited(props: NextStepProps) {
  const { t } = useTranslation("pulse");
  const late = overdueBy(usePulse(props.card), useNow());
  if (late === null) return <NextStep {...props} />;
  return (
    <span className={classes.overdue}>
      <span className={classes.text}>{t("overdueMark")}</span>
    </span>
  );
}

/** The earliest open reminder on a card, whoever's it is. */
function NextStep({ card, quiet }: NextStepProps) {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  const now = useNow();
  const pulse = usePulse(card);
  if (!pulse) return null;
  const step = pulse.next_step;
  if (!step)
    return quiet ? null : (
      <p className={classes.step} data-none>
        <IconBellOff size={14} aria-hidden />
        <span className={classes.text}>{t("noStep")}</span>
      </p>
    );
  const late = Date.parse(step.due_at) < now;
  const when = formats.exact(step.due_at);
  return (
    <Tooltip label={`${step.text} · ${t("stepOf", { person: step.person_name, when })}`} multiline>
      <p className={classes.step} data-late={late || undefined}>
        <IconBell size={14} aria-hidden />
        <span className={classes.text}>{step.text}</span>
        <span className={classes.date}>{late ? t("late") : formats.day(step.due_at)}</span>
      </p>
    </Tooltip>
  );
}

/** Before the name of a card whose client has waited for too long. */
export function OverdueMark({ card }: { card: CardRef }) {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  const late = overdueBy(usePulse(card), useNow());
  if (late === null) return null;
  const label = t("overdueBy", { time: formats.duration(late / 1000) });
  return (
    <Tooltip label={label}>
      <span className={classes.mark} role="img" aria-label={label}>
        <IconClockExclamation size={14} />
      </span>
    </Tooltip>
  );
}
