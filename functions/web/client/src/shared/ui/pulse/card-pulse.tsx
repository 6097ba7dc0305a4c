import { Tooltip } from "@mantine/core";
import { IconBell, IconBellOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CardRef, usePulse } from "../../api";
import { useFormats } from "../../i18n";
import { useNow } from "../../lib";
import classes from "./card-pulse.module.css";
import { OwedIcon, useOwed, useOwedText } from "./owed-text";

/** Whether the client has waited for too long or soon will have, and what is to be done next: on a board's card. */
export function CardPulse({ card }: { card: CardRef }) {
  const owed = useOwed(card);
  const textOf = useOwedText();
  return (
    <>
      {owed && (
        <p className={classes.owed} data-state={owed.state}>
          <OwedIcon owed={owed} size={14} />
          <span>{textOf(owed)}</span>
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

/** In a list: that the client has waited for too long or soon will have, or else what is to be done next. */
export function Awaited(props: NextStepProps) {
  const { t } = useTranslation("pulse");
  const owed = useOwed(props.card);
  const textOf = useOwedText();
  if (!owed) return <NextStep {...props} />;
  return (
    <span className={classes.owed} data-state={owed.state} title={textOf(owed)}>
      <span className={classes.text}>
        {owed.state === "overdue" ? t("overdueMark") : textOf(owed)}
      </span>
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
  const today = formats.dayKey(step.due_at) === formats.dayKey(new Date(now));
  return (
    <Tooltip label={`${step.text} · ${t("stepOf", { person: step.person_name, when })}`} multiline>
      <p className={classes.step} data-late={late || undefined}>
        <IconBell size={14} aria-hidden />
        <span className={classes.text}>{step.text}</span>
        <span className={classes.date}>
          {late
            ? t("late")
            : today
              ? t("stepToday", { time: formats.time(step.due_at) })
              : formats.day(step.due_at)}
        </span>
      </p>
    </Tooltip>
  );
}

/** Before the name of a card whose client has waited for too long or soon will have; in words where nothing else is. */
export function OwedMark({ card }: { card: CardRef }) {
  const { t } = useTranslation("pulse");
  const owed = useOwed(card);
  const textOf = useOwedText();
  if (!owed) return null;
  const label = textOf(owed);
  return (
    <Tooltip label={label}>
      <span className={classes.mark} data-state={owed.state} role="img" aria-label={label}>
        <OwedIcon owed={owed} size={14} />
        <span className={classes.word}>{t(`mark_${owed.state}`)}</span>
      </span>
    </Tooltip>
  );
}
