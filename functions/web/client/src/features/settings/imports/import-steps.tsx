import { Button, Progress } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, queryClient, type Schemas } from "@/shared/api";
import { ErrorState, RowSkeletons, useProblemText } from "@/shared/ui";
import { Columns } from "./columns";
import classes from "./imports.module.css";

const POLL_MS = 1500;
const PAUSE_MS = 20_000;
const LIST = ["get", "/api/crm/imports"];
const OUTCOMES = [
  "created",
  "updated",
  "same",
  "skipped",
  "failed",
  "removed",
  "restored",
  "kept",
] as const;

export function isWorking(state: Schemas["ImportView"]["state"]): boolean {
  return state === "checking" || state === "running" || state === "undoing";
}

/** What a person looks at first: what failed, or what stayed. */
function worstOf(counts: Schemas["ImportView"]["counts"]) {
  if (counts.failed) return "failed" as const;
  return counts.kept ? ("kept" as const) : undefined;
}

/** One import from its columns to its result. */
export function ImportSteps({ importId }: { importId: string }) {
  const path = { params: { path: { import_id: importId } } };
  const query = $api.useQuery("get", "/api/crm/imports/{import_id}", path, {
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? POLL_MS : false),
  });
  const refresh = () => void queryClient.invalidateQueries({ queryKey: ["get"] });
  const state = query.data?.state;
  // The list beside tells of the same import.
  useEffect(() => void queryClient.invalidateQueries({ queryKey: LIST }), [state]);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <RowSkeletons />;
  const job = query.data;
  const choosing = job.state === "new" || job.state === "checked" || job.state === "failed";
  return (
    <div className={classes.steps}>
      {job.problem && <p role="alert">{job.problem}</p>}
      {choosing && <Columns importId={importId} again={job.state !== "new"} onChecked={refresh} />}
      {job.state !== "new" && job.state !== "failed" && <Result job={job} onChanged={refresh} />}
    </div>
  );
}

function Result({ job, onChanged }: { job: Schemas["ImportView"]; onChanged: () => void }) {
  const { t } = useTranslation("imports");
  const problemText = useProblemText();
  const params = { params: { path: { import_id: job.id } } };
  const act = useMutation({
    mutationFn: (verb: "run" | "cancel" | "undo") =>
      bodyOf(api.POST(`/api/crm/imports/{import_id}/${verb}`, params)),
    onSettled: onChanged,
  });
  const errors = useMutation({
    mutationFn: () => bodyOf(api.GET("/api/crm/imports/{import_id}/errors", params)),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const tried = job.state === "checking" || job.state === "checked";
  const counts = job.counts as Partial<Record<(typeof OUTCOMES)[number], number>>;
  const undoable = job.state === "done" || job.state === "cancelled";
  const problem = act.error ?? errors.error;
  return (
    <div className={classes.result}>
      <p role="status">
        {t(`state_${job.state}`)}
        {isWorking(job.state) &&
          ` · ${job.total ? t("progress", { done: job.done, total: job.total }) : t("reading")}`}
      </p>
      {isWorking(job.state) && <Progress value={(100 * job.done) / (job.total ?? 1)} />}
      {isWorking(job.state) && <Pause key={`${job.state} ${job.done}`} />}
      <ul className={classes.counts}>
        {OUTCOMES.filter((outcome) => counts[outcome]).map((outcome) => {
          const done = !tried && (outcome === "created" || outcome === "updated");
          const key = done ? (`${outcome}_done` as const) : outcome;
          return <li key={outcome}>{t(key, { count: counts[outcome] ?? 0 })}</li>;
        })}
      </ul>
      {!isWorking(job.state) && <Rows job={job} />}
      {problem && <p role="alert">{problemText(problem)}</p>}
      <div className={classes.buttons}>
        {job.state === "checked" && (
          <Button loading={act.isPending} onClick={() => act.mutate("run")}>
            {t("run")}
          </Button>
        )}
        {isWorking(job.state) && (
          <Button variant="default" onClick={() => act.mutate("cancel")}>
            {t("cancel")}
          </Button>
        )}
        {undoable && <Undo busy={act.isPending} onUndo={() => act.mutate("undo")} />}
        {!isWorking(job.state) && Boolean(counts.failed) && (
          <Button variant="default" loading={errors.isPending} onClick={() => errors.mutate()}>
            {t("errors")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Says, where nothing has moved for a while, that it goes on by itself: somebody who worked on it has fallen out. */
function Pause() {
  const { t } = useTranslation("imports");
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, []);
  return long ? <p role="status">{t("pause")}</p> : null;
}

/** Takes two presses: the second says what is about to happen. */
function Undo({ busy, onUndo }: { busy: boolean; onUndo: () => void }) {
  const { t } = useTranslation("imports");
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="default" loading={busy} onClick={() => setAsked(true)}>
        {t("undo")}
      </Button>
    );
  }
  return (
    <div role="group" aria-label={t("undo")} className={classes.asked}>
      <p>{t("undoText")}</p>
      <Button color="red" loading={busy} onClick={onUndo}>
        {t("undoNow")}
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        {t("undoNot")}
      </Button>
    </div>
  );
}

/** The first rows with what became, or would become, of each. */
function Rows({ job }: { job: Schemas["ImportView"] }) {
  const { t } = useTranslation("imports");
  const rows = $api.useQuery("get", "/api/crm/imports/{import_id}/rows", {
    params: {
      path: { import_id: job.id },
      query: { limit: 20, outcome: worstOf(job.counts) },
    },
  });
  return (
    <ul className={classes.list}>
      {rows.data?.items.map((row) => (
        <li key={row.row} className={classes.line}>
          <span>{t("row", { row: row.row })}</span>
          <strong>{row.title}</strong>
          <span>
            {row.faults.join(" ")}
            {row.changes
              .map(({ before, after }) => `${before ?? t("empty")} → ${after ?? t("empty")}`)
              .join("; ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
