import { Button, Progress, TextInput } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { instantOf } from "@/shared/lib";
import { reasonOf } from "./health";
import { runs, shareOf } from "./replays";
import classes from "./mail-health.module.css";
import { type Replay, useReplaying, useReplays } from "./use-replays";

interface MailboxReplayProps {
  mailboxId: string;
  address: string;
}

/** Reads the letters of a mailbox again since a day, and tells how far that is. */
export function MailboxReplay({ mailboxId, address }: MailboxReplayProps) {
  const last = useReplays().data?.items.find((one) => one.mailbox_id === mailboxId);
  const { begin, stop } = useReplaying(mailboxId);
  useFreshCounts(last);
  return (
    <div className={classes.replay}>
      {last && <Told replay={last} />}
      {last && runs(last) ? (
        <Stop address={address} loading={stop.isPending} onStop={() => stop.mutate()} />
      ) : (
        <Begin address={address} loading={begin.isPending} onBegin={begin.mutate} />
      )}
    </div>
  );
}

function Stop(props: { address: string; loading: boolean; onStop: () => void }) {
  const { t } = useTranslation("health");
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={props.loading}
      aria-label={`${t("replayStop")}: ${props.address}`}
      onClick={props.onStop}
    >
      {t("replayStop")}
    </Button>
  );
}

interface BeginProps {
  address: string;
  loading: boolean;
  onBegin: (since: string) => void;
}

function Begin({ address, loading, onBegin }: BeginProps) {
  const { t } = useTranslation("health");
  const [asked, setAsked] = useState(false);
  const formats = useFormats();
  const [day, setDay] = useState("");
  const { time_zone: zone } = usePerson();
  if (!asked)
    return (
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconRefresh size={14} />}
        aria-label={`${t("replay")}: ${address}`}
        onClick={() => setAsked(true)}
      >
        {t("replay")}
      </Button>
    );
  return (
    <form
      className={classes.since}
      onSubmit={(event) => {
        event.preventDefault();
        onBegin(instantOf(`${day}T00:00`, zone));
        setAsked(false);
      }}
    >
      <TextInput
        type="date"
        required
        withAsterisk={false}
        autoFocus
        label={t("replaySince")}
        min="2000-01-01"
        max={formats.dayKey(new Date())}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" loading={loading} disabled={day === ""}>
        {t("replayBegin")}
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        {t("replayNot")}
      </Button>
      <p className={classes.text}>{t("replayText")}</p>
    </form>
  );
}

function Told({ replay }: { replay: Replay }) {
  const { t } = useTranslation("health");
  const formats = useFormats();
  const since = formats.date(formats.dayKey(replay.since));
  const { done, total, failed } = replay;
  return (
    <>
      <p className={classes.text} role="status">
        {replay.state === "counting" && t("replayCounting", { since })}
        {replay.state === "reading" && t("replayReading", { since, done, total })}
        {replay.state === "done" &&
          (total === 0
            ? t("replayNone", { since })
            : t("replayDone", { since, count: done - failed }))}
        {replay.state === "cancelled" && t("replayCancelled", { since, done, total })}
      </p>
      {runs(replay) && (
        <Progress
          value={shareOf(replay)}
          animated
          aria-label={t("replayReading", { since, done, total })}
        />
      )}
      {failed > 0 && <Unread replay={replay} />}
    </>
  );
}

function Unread({ replay }: { replay: Replay }) {
  const { t } = useTranslation("health");
  return (
    <details className={classes.unread}>
      <summary>{t("replayFailed", { count: replay.failed })}</summary>
      <ul className={classes.list}>
        {replay.unread.map((letter) => (
          <li key={letter.id}>
            <p className={classes.name}>{letter.subject || t("noSubject")}</p>
            <p className={classes.text}>{t(reasonOf(letter.problem))}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is counted of the mailboxes is asked for anew once all is read. */
function useFreshCounts(replay: Replay | undefined) {
  const client = useQueryClient();
  const ran = useRef(false);
  const now = replay !== undefined && runs(replay);
  useEffect(() => {
    if (ran.current && !now)
      for (const path of ["/api/communications/mailboxes/health", "/api/communications/failed"])
        void client.invalidateQueries({ queryKey: ["get", path] });
    ran.current = now;
  }, [now, client]);
}
