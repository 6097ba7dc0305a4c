import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api } from "@/shared/api";
import { ErrorState, RowSkeletons, useToasts } from "@/shared/ui";
import { SessionLines } from "@/shared/ui/security/lines";
import { Section } from "../section";

/** Where one is signed in; each session ends within seconds, on every device. */
export function Sessions() {
  const { t } = useTranslation("settings");
  const query = $api.useQuery("get", "/api/people/sessions");
  const others = useEnding(() => api.POST("/api/people/sessions/end-others"));
  const items = query.data?.items ?? [];
  return (
    <Section
      title={t("sessions")}
      text={t("sessionsText")}
      action={
        items.some((one) => !one.current) && (
          <Button variant="default" loading={others.isPending} onClick={() => others.mutate()}>
            {t("endOthers")}
          </Button>
        )
      }
    >
      {query.isPending && <RowSkeletons />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      <SessionLines
        sessions={items}
        action={(one) => !one.current && <End id={one.id} device={one.device} />}
      />
    </Section>
  );
}

function End({ id, device }: { id: string; device: string }) {
  const { t } = useTranslation("settings");
  const end = useEnding(() =>
    api.DELETE("/api/people/sessions/{session_id}", { params: { path: { session_id: id } } }),
  );
  return (
    <Button
      variant="default"
      size="xs"
      aria-label={t("endSessionOn", { device })}
      loading={end.isPending}
      onClick={() => end.mutate()}
    >
      {t("endSession")}
    </Button>
  );
}

function useEnding(call: () => Promise<unknown>) {
  const { t } = useTranslation("settings");
  const toasts = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: () => toasts.done(t("sessionEnded")),
    onError: toasts.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["get", "/api/people/sessions"] }),
  });
}
