import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { ErrorState, RowSkeletons } from "../states";
import { useToasts } from "../toasts";
import classes from "./erasing.module.css";

type Erasure = Schemas["FullErasureView"];

const LOOK_EVERY_MS = 2000;

/** How far an erasure has come: where it is done, who is waited for, and what is kept. */
export function ErasureState({ id }: { id: string }) {
  const { t } = useTranslation("erasing");
  const params = { path: { erasure_id: id } };
  const query = $api.useQuery(
    "get",
    "/api/crm/erasures/{erasure_id}",
    { params },
    { refetchInterval: ({ state }) => (state.data?.done_at ? false : LOOK_EVERY_MS) },
  );
  if (query.isPending) return <RowSkeletons count={5} height={24} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { data } = query;
  return (
    <div>
      <p className={classes.title} role="status">
        {t(data.done_at ? "stateDone" : "stateOn")}
      </p>
      <Shares shares={data.shares} />
      {data.shares.some(({ state }) => state === "late") && <Retry id={id} />}
      <p className={classes.title}>{t("keptHere")}</p>
      <Kept kept={data.kept} />
    </div>
  );
}

function Shares({ shares }: { shares: Erasure["shares"] }) {
  const { t } = useTranslation("erasing");
  return (
    <ul className={classes.list}>
      {shares.map(({ feature, state, erased }) => (
        <li key={feature} className={classes.line}>
          <span>{t(`feature_${feature}` as "feature_crm")}</span>
          <span className={state === "late" ? classes.late : classes.value}>
            {t(`share_${state}`, { count: erased })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Kept({ kept }: { kept: Erasure["kept"] }) {
  const { t } = useTranslation("erasing");
  if (kept.length === 0) return <p className={classes.text}>{t("keptNothing")}</p>;
  return (
    <ul className={classes.list}>
      {kept.map(({ reason, count }) => (
        <li key={reason} className={classes.line}>
          <span>
            {t(`keep_${reason}` as "keep_files")}: {count}
          </span>
          {reason !== "files" && (
            <span className={classes.value}>{t(`law_${reason}` as "law_dispute")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Retry({ id }: { id: string }) {
  const { t } = useTranslation("erasing");
  const client = useQueryClient();
  const toasts = useToasts();
  const retry = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST("/api/crm/erasures/{erasure_id}/retry", { params: { path: { erasure_id: id } } }),
      ),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: ["get", "/api/crm/erasures/{erasure_id}"] }),
    onError: toasts.failed,
  });
  return (
    <Button mt="sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
      {t("retry")}
    </Button>
  );
}
