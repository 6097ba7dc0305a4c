import { Button } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { CardLink, ErrorState, RowSkeletons, useToasts, When } from "@/shared/ui";
import { downloadExport } from "@/shared/ui/exporting/export-list";
import classes from "./exports.module.css";

const PAGE = 20;
const POLL_MS = 2000;

/** One's own exports, or those of one's people, the newest first. */
export function ExportList({ whose }: { whose: "mine" | "team" }) {
  const { t } = useTranslation("exporting");
  const query = useExports(whose);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <RowSkeletons />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0) return <p>{t(whose === "mine" ? "none" : "noneOfTeam")}</p>;
  return (
    <>
      <ul className={classes.list}>
        {items.map((item) => (
          <Line key={item.id} item={item} mine={whose === "mine"} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("olderOnes")}
        </Button>
      )}
    </>
  );
}

function useExports(whose: "mine" | "team") {
  return useInfiniteQuery({
    queryKey: ["get", "/api/crm/exports", whose],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/crm/exports", {
          params: { query: { whose, limit: PAGE, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.items.some((item) => item.state === "running") ? POLL_MS : false,
  });
}

function Line({ item, mine }: { item: Schemas["ExportView"]; mine: boolean }) {
  const { t } = useTranslation("exporting");
  const kind = t(item.kind);
  return (
    <li className={classes.line}>
      <span className={classes.what}>
        {item.person_id ? t("person") : `${kind}, ${t(item.narrowed ? "narrowed" : "whole")}`}
      </span>
      {!mine && <span>{item.by_name}</span>}
      <span className={classes.note}>
        {t(item.format)}
        {!item.person_id && ` · ${t("rows", { count: item.rows })}`}
      </span>
      <span className={classes.note}>
        <When at={item.created_at} as="relative" />
      </span>
      {item.state !== "done" && <span>{t(`state_${item.state}`)}</span>}
      {item.person_id && (
        <CardLink card={{ kind: item.kind, id: item.person_id }} title={t("toCard")} />
      )}
      {mine && item.state === "done" && !item.person_id && <File item={item} name={kind} />}
    </li>
  );
}

function File({ item, name }: { item: Schemas["ExportView"]; name: string }) {
  const { t } = useTranslation("exporting");
  const { day } = useFormats();
  const { failed } = useToasts();
  const download = useMutation({
    mutationFn: () => downloadExport(item.id),
    onError: failed,
  });
  if (!item.expires_at || new Date(item.expires_at) < new Date())
    return <span className={classes.note}>{t("gone")}</span>;
  return (
    <>
      <span className={classes.note}>{t("until", { date: day(item.expires_at) })}</span>
      <Button
        variant="default"
        size="xs"
        aria-label={t("downloadOf", { name })}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t("download")}
      </Button>
    </>
  );
}
