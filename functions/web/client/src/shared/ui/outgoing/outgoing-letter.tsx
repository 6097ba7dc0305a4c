import { Button } from "@mantine/core";
import { IconClock, IconMailForward } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { useFormats, useRefusals } from "@/shared/i18n";
import { TimelineItem } from "../timeline-item";
import { LeaveMenu } from "./leave-menu";
import classes from "./outgoing.module.css";
import { type OutgoingLetter, useOutgoingActions } from "./use-outgoing";
import { useSecondsUntil } from "./use-seconds";

interface OutgoingLetterProps {
  letter: OutgoingLetter;
  /** Stops it, and goes on writing it. */
  onTakeBack: (letter: OutgoingLetter) => Promise<unknown>;
  /** Where it stands, when that is not plain. */
  children?: ReactNode;
}

/** A letter that has not left: when it will, what keeps it, and what can be done. */
export function OutgoingLetterItem({ letter, onTakeBack, children }: OutgoingLetterProps) {
  const { t } = useTranslation("outgoing");
  const state = useOutgoingState(letter);
  const names = letter.to.map((one) => one.name || one.address).join(", ");
  return (
    <TimelineItem
      icon={letter.departure?.planned ? <IconClock size={16} /> : <IconMailForward size={16} />}
      who={letter.author?.name ?? letter.from.name}
      what={letter.subject || t("noSubject")}
      at={letter.departure?.at ?? letter.at}
      badge={state.badge}
      badgeKind={state.bad ? "late" : undefined}
    >
      <p className={classes.note}>
        {t("to", { names })}
        {children}
      </p>
      {letter.snippet && <p className={classes.note}>{letter.snippet}</p>}
      <Why letter={letter} />
      <Actions letter={letter} onTakeBack={onTakeBack} />
    </TimelineItem>
  );
}

function useOutgoingState({ status, departure }: OutgoingLetter) {
  const { t } = useTranslation("outgoing");
  const formats = useFormats();
  const left = useSecondsUntil(departure ? Date.parse(departure.at) : 0);
  if (status === "failed") return { badge: t("failed"), bad: true };
  if (status === "held") return { badge: t("held"), bad: true };
  if (status === "waiting" && departure?.planned)
    return { badge: t("leavesAt", { when: formats.exact(departure.at) }), bad: false };
  const counted = status === "waiting" && left > 0;
  return { badge: counted ? t("leavesIn", { seconds: left }) : t("leaving"), bad: false };
}

function Why({ letter: { status, departure, failure } }: { letter: OutgoingLetter }) {
  const { t } = useTranslation("outgoing");
  const formats = useFormats();
  const say = useRefusals(failure !== null);
  const reason = failure && say(failure);
  return (
    <>
      {reason && (
        <p className={classes.failure} role="status">
          {status === "waiting" && departure
            ? t("tryingAgain", { when: formats.time(departure.at), reason })
            : reason}
        </p>
      )}
      {departure?.answered_at && (
        <p className={classes.failure} role="status">
          {t(status === "held" ? "heldWhy" : "answeredAt", {
            when: formats.exact(departure.answered_at),
          })}
        </p>
      )}
      {status === "waiting" && departure?.unless_answered && (
        <p className={classes.note}>{t("unlessAnswered")}</p>
      )}
    </>
  );
}

function Actions({ letter, onTakeBack }: Omit<OutgoingLetterProps, "children">) {
  const { t } = useTranslation("outgoing");
  const { sendNow, putOff } = useOutgoingActions();
  const [busy, setBusy] = useState(false);
  if (!useMayDecide(letter) || letter.status === "sending" || letter.status === "sent") return null;
  const planned = letter.departure?.planned ?? false;
  const calm = letter.status === "waiting";
  const during = (act: () => Promise<unknown>) => () => {
    setBusy(true);
    void act().finally(() => setBusy(false));
  };
  return (
    <div className={classes.actions}>
      {(planned || !calm) && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          onClick={during(() => sendNow(letter))}
        >
          {calm || letter.status === "held" ? t("sendNow") : t("sendAgain")}
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        disabled={busy}
        onClick={during(() => onTakeBack(letter))}
      >
        {planned || !calm ? t("edit") : t("cancel")}
      </Button>
      {(planned || !calm) && (
        <LeaveMenu
          target={
            <Button variant="subtle" color="gray" size="compact-sm" disabled={busy}>
              {t("reschedule")}
            </Button>
          }
          onChoose={(at) => void putOff(letter, at, letter.departure?.unless_answered ?? false)}
        />
      )}
    </div>
  );
}

/** Its author's, and those who answer for the card; the portal itself decides. */
function useMayDecide({ author }: OutgoingLetter): boolean {
  const me = usePerson();
  return author?.id === me.id || me.roles.some((role) => role === "owner" || role === "head");
}
