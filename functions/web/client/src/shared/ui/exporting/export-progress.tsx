import { Button, Group, Progress, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas } from "../../api";
import { useProblemText } from "../problem-text";
import { ErrorState, RowSkeletons } from "../states";
import { downloadExport } from "./export-list";
import classes from "./exporting.module.css";

const POLL_MS = 1000;

interface ExportProgressProps {
  exportId: string;
  onClose: () => void;
}

/** How far an export has come; its file is given as soon as it is there. */
export function ExportProgress({ exportId, onClose }: ExportProgressProps) {
  const query = $api.useQuery(
    "get",
    "/api/crm/exports/{export_id}",
    { params: { path: { export_id: exportId } } },
    { refetchInterval: ({ state }) => (state.data?.state === "running" ? POLL_MS : false) },
  );
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return query.data ? <Told item={query.data} onClose={onClose} /> : <RowSkeletons />;
}

function Told({ item, onClose }: { item: Schemas["ExportView"]; onClose: () => void }) {
  const { t } = useTranslation("exporting");
  const problemText = useProblemText();
  const { mutate, isPending, error } = useMutation({ mutationFn: () => downloadExport(item.id) });
  useOnceDone(item, mutate);
  return (
    <Stack gap="md">
      <p role="status" className={classes.text}>
        {item.state === "running" && t("running", { rows: item.rows })}
        {item.state === "done" && t("done", { rows: item.rows })}
        {item.state === "failed" && t(item.problem ? `failed_${item.problem}` : "failed")}
      </p>
      {item.state === "running" && (
        <>
          <Progress value={100} animated aria-hidden />
          <p className={classes.text}>{t("goesOn")}</p>
        </>
      )}
      {item.cut && <p className={classes.text}>{t("cut")}</p>}
      {error && <p role="alert">{problemText(error)}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("close")}
        </Button>
        {item.state === "done" && (
          <Button loading={isPending} onClick={() => mutate()}>
            {t("download")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Whoever waits for the file gets it without another press. */
function useOnceDone(item: Schemas["ExportView"], then: () => void) {
  const client = useQueryClient();
  const given = useRef(false);
  useEffect(() => {
    if (item.state === "running" || given.current) return;
    given.current = true;
    void client.invalidateQueries({ queryKey: ["get", "/api/crm/exports"] });
    if (item.state === "done") then();
  }, [item.state, client, then]);
}
