import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { type Announce, FileSender } from "@/shared/files";
import { useFormats } from "@/shared/i18n";
import classes from "./room.module.css";

type FileRequest = Schemas["UploadRequestView"];

const LIST = "/api/documents/upload-requests";
const NOTHING: readonly FileRequest[] = [];
/** How long a request that has been answered stays in sight. */
const SHOWN_MS = 24 * 3_600_000;

/** The requests that the client may answer: those still open, and those that he has answered lately. */
export function useRequests(dealId: string) {
  const query = $api.useQuery(
    "get",
    LIST,
    { params: { query: { card: `deal:${dealId}`, limit: 50 } } },
    { refetchInterval: ({ state }) => (state.data?.items.some(isChecked) ? 4_000 : 60_000) },
  );
  const all = query.data?.items ?? NOTHING;
  return {
    open: all.filter(({ state }) => state === "open"),
    answered: all.filter(
      ({ state, created_at }) =>
        state === "used_up" && Date.parse(created_at) > query.dataUpdatedAt - SHOWN_MS,
    ),
  };
}

function isChecked({ files }: FileRequest): boolean {
  return files.some(({ state }) => state === "waiting");
}

/** What the client is asked for, answered in place. */
export function Requests({ dealId }: { dealId: string }) {
  const { t } = useTranslation("room");
  const { open, answered } = useRequests(dealId);
  const shown = [...open, ...answered];
  if (shown.length === 0) return null;
  return (
    <section className={classes.section} data-tone={open.length > 0 ? "ask" : undefined}>
      <h2 className={classes.heading}>{open.length > 0 ? t("requests") : t("requestsDone")}</h2>
      <ul className={classes.list}>
        {shown.map((request) => (
          <li key={request.id} className={classes.request}>
            <RequestBox request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RequestBox({ request }: { request: FileRequest }) {
  const { t } = useTranslation("room");
  const formats = useFormats();
  const client = useQueryClient();
  const announce: Announce = useCallback(
    (body, signal) =>
      bodyOf(
        api.POST("/api/documents/upload-requests/{token}/answers", {
          params: { path: { token: request.id } },
          body,
          signal,
        }),
      ),
    [request.id],
  );
  const onChange = () => {
    void client.invalidateQueries({ queryKey: ["get", LIST] });
    void client.invalidateQueries({ queryKey: ["get", "/api/documents"] });
  };
  return (
    <>
      <p className={classes.requestNote}>{request.note}</p>
      {request.state === "open" && (
        <p className={classes.note}>{t("until", { when: formats.exact(request.expires_at) })}</p>
      )}
      <FileSender
        request={request.id}
        terms={request}
        announce={announce}
        onChange={onChange}
        label={t("chooseFor", { note: request.note })}
        quiet
      />
    </>
  );
}
