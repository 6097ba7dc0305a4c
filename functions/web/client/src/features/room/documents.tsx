import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconDownload,
  IconFile,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { ErrorState, RowSkeletons, useToasts, When } from "@/shared/ui";
import classes from "./room.module.css";

type Document = Schemas["DocumentView"];

const FEW = 5;

/** The papers of the deal that the client may have. */
export function Documents({ dealId }: { dealId: string }) {
  const { t } = useTranslation("room");
  const [all, { open }] = useDisclosure(false);
  const query = $api.useQuery(
    "get",
    "/api/documents",
    { params: { query: { card: `deal:${dealId}`, limit: 100 } } },
    { refetchInterval: 60_000 },
  );
  const files = query.data?.items.filter(({ state }) => state !== "quarantined") ?? [];
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t("documents")}</h2>
      {query.isPending && <RowSkeletons count={2} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && files.length === 0 && <p className={classes.note}>{t("noDocuments")}</p>}
      <ul className={classes.list}>
        {files.slice(0, all ? files.length : FEW).map((file) => (
          <li key={file.id} className={classes.document}>
            <DocumentLine file={file} />
          </li>
        ))}
      </ul>
      {!all && files.length > FEW && (
        <Button variant="subtle" className={classes.touch} onClick={open}>
          {t("allDocuments", { count: files.length })}
        </Button>
      )}
    </section>
  );
}

function FileIcon({ type }: { type: string }) {
  const look = { className: classes.fileIcon, size: 20, stroke: 1.75, "aria-hidden": true };
  if (type.startsWith("image/")) return <IconPhoto {...look} />;
  if (type === "application/pdf") return <IconFileTypePdf {...look} />;
  return /zip|rar|7z/.test(type) ? <IconFileZip {...look} /> : <IconFile {...look} />;
}

function DocumentLine({ file }: { file: Document }) {
  const { t } = useTranslation("room");
  const formats = useFormats();
  const [versions, setVersions] = useState(false);
  const mine = file.uploaded_by.kind !== "employee";
  return (
    <>
      <div className={classes.fileLine}>
        <FileIcon type={file.content_type} />
        <div className={classes.fileBody}>
          <span className={classes.name}>{file.name}</span>
          <span className={classes.note}>
            {formats.bytes(file.size)} · <When at={file.updated_at} as="day" />
            {mine && ` · ${t("fromYou")}`}
            {file.state === "waiting" && ` · ${t("checked")}`}
          </span>
          {file.version > 1 && (
            <button
              type="button"
              className={classes.more}
              aria-expanded={versions}
              onClick={() => setVersions(!versions)}
            >
              {t("versions", { count: file.version })}
            </button>
          )}
        </div>
        {file.version > 0 && <Download id={file.id} name={file.name} />}
      </div>
      {versions && <Versions id={file.id} />}
    </>
  );
}

function Versions({ id }: { id: string }) {
  const { t } = useTranslation("room");
  const formats = useFormats();
  const query = $api.useQuery("get", "/api/documents/{document_id}", {
    params: { path: { document_id: id } },
  });
  if (query.isPending) return <RowSkeletons count={2} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <ol className={classes.versions} reversed>
      {query.data.versions
        .filter(({ state }) => state === "ready")
        .map((version) => (
          <li key={version.version}>
            <span className={classes.fileBody}>
              <span>{t("version", { number: version.version })}</span>
              <span className={classes.note}>
                {formats.bytes(version.size)} · <When at={version.created_at} as="day" />
              </span>
            </span>
            <Download
              id={id}
              version={version.version}
              name={`${version.name}, ${t("version", { number: version.version })}`}
            />
          </li>
        ))}
    </ol>
  );
}

function Download({ id, name, version }: { id: string; name: string; version?: number }) {
  const { t } = useTranslation("room");
  const toasts = useToasts();
  const download = async () => {
    try {
      const { url } = await bodyOf(
        api.GET("/api/documents/{document_id}/download", {
          params: { path: { document_id: id }, query: { version } },
        }),
      );
      globalThis.location.assign(url);
    } catch (error) {
      toasts.failed(error);
    }
  };
  return (
    <Button
      variant="default"
      className={classes.touch}
      leftSection={<IconDownload size={16} aria-hidden />}
      aria-label={t("downloadOne", { name })}
      onClick={() => void download()}
    >
      {t("download")}
    </Button>
  );
}
