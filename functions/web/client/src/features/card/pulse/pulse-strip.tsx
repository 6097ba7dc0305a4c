import { Button, Tooltip } from "@mantine/core";
import { IconBell, IconBellOff, IconClock, IconClockExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CardRef, type Pulse, usePulse } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useNow } from "@/shared/lib";
import { overdueBy } from "@/shared/ui/pulse/overdue";
import classes from "./pulse-strip.module.css";

interface PulseStripProps {
  card: CardRef;
  open: boolean;
  onRemind: () => void;
}

/** Under the head of a deal or a lead: what is to be done next, and how long its client waits for an answer. */
export function PulseStrip({ card, open, onRemind }: PulseStripProps) {
  if (card.kind !== "deal" && card.kind !== "lead") return null;
  return <Strip card={card} open={open} onRemind={onRemind} />;
}

function Strip({ card, open, onRemind }: PulseStripProps) {
  const { t } = useTranslation("pulse");
  const pulse = usePulse(card);
  if (!open && !pulse?.first_answer) return null;
  if (!pulse) return <div className={classes.strip} />;
  return (
    <div className={classes.strip}>
      {open && pulse.waiting && <Waiting pulse={pulse} />}
      {open && (pulse.next_step ? <Step step={pulse.next_step} /> : <NoStep onRemind={onRemind} />)}
      {pulse.first_answer && (
        <Tooltip label={t("firstAnswerHelp")} multiline maw={320}>
          <span className={classes.first}>
            <FirstAnswer minutes={pulse.first_answer.minutes} />
          </span>
        </Tooltip>
      )}
    </div>
  );
}

function Waiting({ pulse }: { pulse: Pulse }) {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  const late = overdueBy(pulse, useNow());
  const { waiting } = pulse;
  if (!waiting) return null;
  const since = t("waitsSince", { since: shortly(formats, waiting.since) });
  if (late !== null)
    return (
      <Tooltip label={since}>
        <span className={classes.item} data-late>
          <IconClockExclamation size={16} aria-hidden />
          {t("overdueBy", { time: formats.duration(late / 1000) })}
        </span>
      </Tooltip>
    );
  return (
    <span className={classes.item}>
      <IconClock size={16} aria-hidden />
      {since}
      {waiting.answer_by && `, ${t("answerBy", { by: shortly(formats, waiting.answer_by) })}`}
    </span>
  );
}

function Step({ step }: { step: NonNullable<Pulse["next_step"]> }) {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  const late = Date.parse(step.due_at) < useNow();
  const day = shortly(formats, step.due_at);
  return (
    <span className={classes.item}>
      <IconBell size={16} aria-hidden />
      <span className={classes.text} title={step.text}>
        {step.text}
      </span>
      <span className={classes.when} data-late={late || undefined}>
        {t("stepOf", { person: step.person_name, when: late ? t("stepLate", { day }) : day })}
      </span>
    </span>
  );
}

function NoStep({ onRemind }: { onRemind: () => void }) {
  const { t } = useTranslation("pulse");
  return (
    <span className={classes.item} data-none>
      <IconBellOff size={16} aria-hidden />
      {t("noStep")}
      <Button className={classes.remind} variant="subtle" size="compact-sm" onClick={onRemind}>
        {t("setReminder")}
      </Button>
    </span>
  );
}

function FirstAnswer({ minutes }: { minutes: number }) {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  return t("firstAnswer", { time: minutes ? formats.duration(minutes * 60) : t("atOnce") });
}

/** The time of today, or the day and the time. */
function shortly(formats: ReturnType<typeof useFormats>, at: string): string {
  const today = formats.dayKey(at) === formats.dayKey(new Date());
  return today ? formats.time(at) : `${formats.day(at)}, ${formats.time(at)}`;
}
