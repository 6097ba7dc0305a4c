import { Button } from "@mantine/core";
import { IconArrowLeft, IconDownload, IconFile, IconFlag, IconMail } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { ErrorState, Face, Money, RowSkeletons, useToasts, When } from "@/shared/ui";
import { managerOf, stageOf } from "./facts";
import classes from "./room.module.css";

export function RoomDeal() {
  const { t } = useTranslation("room");
  const { dealId = "" } = useParams({ strict: false });
  const params = { path: { card_id: dealId } };
  const deal = $api.useQuery("get", "/api/crm/deals/{card_id}", { params });
  const timeline = $api.useQuery("get", "/api/crm/deals/{card_id}/timeline", {
    params: { ...params, query: { limit: 100 } },
  });
  if (deal.isPending) return <RowSkeletons />;
  if (!deal.data) return <ErrorState error={deal.error} onRetry={() => void deal.refetch()} />;
  const entries = timeline.data?.items ?? [];
  const [stage, manager] = [stageOf(entries), managerOf(entries)];
  return (
    <>
      <Link to="/room" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t("deals")}
      </Link>
      <h1 className={classes.title}>{deal.data.title}</h1>
      <dl className={classes.facts}>
        {stage && <Fact label={t("stage")}>{stage}</Fact>}
        {deal.data.amount && (
          <Fact label={t("amount")}>
            <Money value={deal.data.amount} />
          </Fact>
        )}
        {manager && (
          <Fact label={t("manager")}>
            <span className={classes.manager}>
              <Face name={manager} silent /> {manager}
            </span>
          </Fact>
        )}
      </dl>
      <Documents dealId={dealId} />
      <section className={classes.section}>
        <h2 className={classes.heading}>{t("history")}</h2>
        {timeline.isPending ? (
          <RowSkeletons count={4} />
        ) : timeline.isError ? (
          <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
        ) : entries.length === 0 ? (
          <p className={classes.note}>{t("noHistory")}</p>
        ) : (
          <ul className={classes.list}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Entry({ entry }: { entry: Schemas["EntryView"] }) {
  const Icon = entry.kind === "mail" ? IconMail : entry.kind === "file" ? IconFile : IconFlag;
  return (
    <li className={classes.entry}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <div className={classes.entryBody}>
        <span className={classes.name}>{entry.summary}</span>
        <span className={classes.note}>
          {entry.actor.name} · <When at={entry.at} />
        </span>
        {entry.text && <p className={classes.text}>{entry.text}</p>}
      </div>
    </li>
  );
}

function Documents({ dealId }: { dealId: string }) {
  const { t } = useTranslation("room");
  const formats = useFormats();
  const toasts = useToasts();
  const query = $api.useQuery("get", "/api/documents", {
    params: { query: { card: `deal:${dealId}`, limit: 100 } },
  });
  const download = async (id: string) => {
    try {
      const { url } = await bodyOf(
        api.GET("/api/documents/{document_id}/download", {
          params: { path: { document_id: id } },
        }),
      );
      globalThis.location.assign(url);
    } catch (error) {
      toasts.failed(error);
    }
  };
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t("documents")}</h2>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p className={classes.note}>{t("noDocuments")}</p>}
      <ul className={classes.list}>
        {query.data?.items.map((file) => (
          <li key={file.id} className={classes.entry}>
            <IconFile size={18} stroke={1.75} aria-hidden />
            <div className={classes.entryBody}>
              <span className={classes.name}>{file.name}</span>
              <span className={classes.note}>
                {formats.bytes(file.size)} · <When at={file.updated_at} as="day" />
              </span>
            </div>
            {file.state === "ready" && (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconDownload size={14} />}
                aria-label={t("downloadOne", { name: file.name })}
                onClick={() => void download(file.id)}
              >
                {t("download")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
