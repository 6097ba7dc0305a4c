import { Button, Progress, Switch } from "@mantine/core";
import { IconDownload, IconEye, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardRef, Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { ErrorState, RowSkeletons, useToasts, When } from "@/shared/ui";
import { FilePreview } from "@/shared/ui/file-preview";
import { previewable } from "@/shared/ui/preview";
import classes from "./document-panel.module.css";
import { documentLink, useDocument, useNewVersion, useShare } from "./use-document";
import { useNameOf } from "./use-name-of";

type Version = Schemas["VersionView"];

/** A document: its versions, the newest first, whether the client sees it, and a way to a newer one. */
export function DocumentPanel({ id, card }: { id: string; card: CardRef }) {
  const { t } = useTranslation("card");
  const document = useDocument(id);
  const share = useShare(id);
  const upload = useNewVersion(card);
  if (document.isPending) return <RowSkeletons count={1} height={32} />;
  if (!document.data)
    return <ErrorState error={document.error} onRetry={() => void document.refetch()} />;
  const { versions, shared_with_client: shared } = document.data;
  return (
    <div className={classes.panel}>
      <ul className={classes.versions} aria-label={t("fileVersions")}>
        {versions.map((version) => (
          <VersionLine key={version.version} id={id} version={version} />
        ))}
      </ul>
      <div className={classes.foot}>
        <Switch
          size="xs"
          label={t("fileShared")}
          checked={share.isPending ? share.variables : shared}
          onChange={(event) => share.mutate(event.currentTarget.checked)}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUpload size={14} />}
          loading={upload.share !== null}
          onClick={() => upload.choose(document.data)}
        >
          {t("fileNewVersion")}
        </Button>
        {upload.share !== null && (
          <Progress w={120} size="sm" value={upload.share * 100} aria-label={t("fileUploading")} />
        )}
      </div>
    </div>
  );
}

function VersionLine({ id, version }: { id: string; version: Version }) {
  const { t } = useTranslation(["card", "common"]);
  const nameOf = useNameOf();
  const formats = useFormats();
  const toasts = useToasts();
  const [looking, setLooking] = useState(false);
  const ready = version.state === "ready";
  const link = () => documentLink(id, version.version);
  const download = async () => {
    try {
      globalThis.location.assign(await link());
    } catch (error) {
      toasts.failed(error);
    }
  };
  return (
    <li className={classes.version}>
      <span className={classes.number}>{t("fileVersion", { number: version.version })}</span>
      <span className={classes.name} title={version.name}>
        {version.name}
      </span>
      <span className={classes.facts}>
        {formats.bytes(version.size)} · {nameOf(version.uploaded_by)} ·{" "}
        <When at={version.created_at} />
      </span>
      {version.state !== "ready" && (
        <span className={classes.state}>{t(`file_${version.state}`)}</span>
      )}
      {ready && previewable(version.content_type, version.size) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconEye size={14} />}
          onClick={() => setLooking(true)}
        >
          {t("fileLook")}
        </Button>
      )}
      {ready && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconDownload size={14} />}
          onClick={() => void download()}
        >
          {t("common:download")}
        </Button>
      )}
      {looking && (
        <FilePreview
          name={version.name}
          type={version.content_type}
          size={version.size}
          link={link}
          onClose={() => setLooking(false)}
        />
      )}
    </li>
  );
}
