import { useDocumentTitle } from "@mantine/hooks";
import { IconCircleCheck, IconLinkOff } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type ProblemError, toProblem } from "@/shared/api";
import { type Announce, FileSender, type Terms } from "@/shared/files";
import { useFormats } from "@/shared/i18n";
import { EmptyState, ErrorState, LookMenu, OfflineBanner, RowSkeletons } from "@/shared/ui";
import classes from "./upload.module.css";

const REQUEST = "/api/documents/upload-requests/{token}";

/** What a partner without an account sees under the link that he was sent. */
export function UploadPage() {
  const { t } = useTranslation("upload");
  const { token = "" } = useParams({ strict: false });
  useDocumentTitle(t("title"));
  const query = $api.useQuery(
    "get",
    REQUEST,
    { params: { path: { token } } },
    { refetchInterval: ({ state }) => (state.error ? false : 10_000), retry: 1 },
  );
  const problem = query.error ? toProblem(query.error) : null;
  const ended = problem?.status === 404 || problem?.status === 410;
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <img src="/icon.svg" width={24} height={24} alt="" />
        <span className={classes.brand}>{t("brand")}</span>
        <LookMenu />
      </header>
      <main className={classes.panel}>
        <OfflineBanner text={t("offline")} />
        <h1 className={classes.title}>{t("title")}</h1>
        {ended ? (
          <Ended problem={problem} />
        ) : query.data ? (
          <Sending key={token} token={token} request={query.data} />
        ) : query.isPending ? (
          <RowSkeletons count={3} />
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
      </main>
    </div>
  );
}

/** Why a link takes nothing any more; the portal alone knows whether it was withdrawn or is over. */
function Ended({ problem }: { problem: ProblemError }) {
  const { t } = useTranslation("upload");
  const why =
    problem.status === 404
      ? "unknown"
      : problem.detail.includes("withdrawn")
        ? "withdrawn"
        : "expired";
  return (
    <EmptyState
      icon={<IconLinkOff size={32} stroke={1.5} />}
      title={t(`${why}Title`)}
      text={t(`${why}Text`)}
    />
  );
}

interface SendingProps {
  token: string;
  request: Terms & { note: string; expires_at: string };
}

function Sending({ token, request }: SendingProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const client = useQueryClient();
  const announce: Announce = useCallback(
    (body, signal) =>
      bodyOf(
        api.POST("/api/documents/upload-requests/{token}/files", {
          params: { path: { token } },
          body,
          signal,
        }),
      ),
    [token],
  );
  return (
    <>
      <p className={classes.note}>{request.note}</p>
      <p className={classes.terms}>{t("until", { when: formats.exact(request.expires_at) })}</p>
      <FileSender
        request={token.slice(-12)}
        terms={request}
        announce={announce}
        onChange={() => void client.invalidateQueries({ queryKey: ["get", REQUEST] })}
        thanks={<Thanks all={request.files_left === 0} />}
      />
    </>
  );
}

function Thanks({ all }: { all: boolean }) {
  const { t } = useTranslation("upload");
  return (
    <div className={classes.thanks} role="status">
      <IconCircleCheck size={24} stroke={1.75} aria-hidden />
      <div>
        <strong>{t("thanks")}</strong>
        <p>{all ? t("allSent") : t("someSent")}</p>
      </div>
    </div>
  );
}
