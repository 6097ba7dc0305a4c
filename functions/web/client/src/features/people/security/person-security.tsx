import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, type Person } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { NoteLines, SessionLines } from "@/shared/ui/security/lines";
import classes from "./person-security.module.css";

/** What an owner sees of somebody's way in, and does when a phone or a laptop is lost. */
export default function PersonSecurity({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  const path = { person_id: person.id };
  const sessions = $api.useQuery("get", "/api/people/employees/{person_id}/sessions", {
    params: { path },
  });
  const notes = $api.useQuery("get", "/api/people/employees/{person_id}/security-notes", {
    params: { path, query: { limit: 10 } },
  });
  const end = useChange(t("sessionsEnded"), () =>
    api.DELETE("/api/people/employees/{person_id}/sessions", { params: { path } }),
  );
  const reset = useChange(t("factorWasReset"), () =>
    api.DELETE("/api/people/employees/{person_id}/second-factor", { params: { path } }),
  );
  const open = sessions.data?.items ?? [];
  return (
    <section className={classes.section} aria-label={t("security")}>
      <h2 className={classes.title}>{t("security")}</h2>
      <div className={classes.line}>
        <p>{t(person.second_factor ? "factorIsOn" : "factorIsOff")}</p>
        {person.second_factor && (
          <Button
            variant="default"
            size="xs"
            loading={reset.isPending}
            onClick={() => reset.mutate()}
          >
            {t("resetFactor")}
          </Button>
        )}
      </div>
      <div className={classes.line}>
        <p>{t("openSessions", { count: open.length })}</p>
        {open.length > 0 && (
          <Button variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
            {t("endSessions")}
          </Button>
        )}
      </div>
      <SessionLines sessions={open} />
      {(notes.data?.items.length ?? 0) > 0 && <NoteLines notes={notes.data?.items ?? []} />}
    </section>
  );
}

function useChange(done: string, call: () => Promise<unknown>) {
  const toasts = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: () => toasts.done(done),
    onError: toasts.failed,
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/api/people/employees"),
      }),
  });
}
