import { Button, Tooltip } from "@mantine/core";
import { IconBell, IconBellOff, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CardRef, type Pulse, usePulse } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useNow } from "@/shared/lib";
import { isLate, owedAt } from "@/shared/ui/pulse/owed";
import { OwedIcon, useOwedText } from "@/shared/ui/pulse/owed-text";
import { shortly } from "@/shared/ui/pulse/shortly";
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
  const pulse = usePulse(card);
  if (!open && !pulse?.first_answer) return null;
  if (!pulse) return <div className={classes.strip} />;
  return (
    <div className={classes.strip}>
      {open && pulse.waiting && <Waiting pulse={pulse} />}
      {open && (pulse.next_step ? <Step step={pulse.next_step} /> : <NoStep onRemind={onRemind} />)}
      <Answers pulse={pulse} />
    </div>
  );
}

function Waiting({ pulse }: { pulse: Pulse }) {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  const owed = owedAt(pulse, useNow());
  const textOf = useOwedText();
  const { waiting } = pulse;
  if (!waiting) return null;
  const since = t("waitsSince", { since: shortly(formats, waiting.since) });
  if (owed)
    return (
      <Tooltip label={since}>
        <span className={classes.item} data-owed={owed.state}>
          <OwedIcon owed={owed} size={16} />
          {textOf(owed)}
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

/** How soon the client was answered first and the last time, and whether that was as soon as promised. */
function Answers({ pulse }: { pulse: Pulse }) {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  const { first_answer: first, last_answer: last, answer_within: within } = pulse;
  if (!first) return null;
  const values = (answer: typeof first) => ({
    time: answer.minutes ? formats.duration(answer.minutes * 60) : t("atOnce"),
    late: isLate(pulse, answer) ? "yes" : "no",
  });
  const promise = within ? ` ${t("promised", { time: formats.duration(within * 60) })}` : "";
  return (
    <Tooltip label={t("answersHelp") + promise} multiline maw={320}>
      <span className={classes.answers}>
        <span>{t("firstAnswer", values(first))}</span>
        {last && last.answered_at !== first.answered_at && (
          <span>{t("lastAnswer", values(last))}</span>
        )}
      </span>
    </Tooltip>
  );
}
