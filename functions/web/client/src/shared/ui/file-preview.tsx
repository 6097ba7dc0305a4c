import { Button, Group, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconDownload } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState, RowSkeletons } from "./states";
import { type Previewed, previewKind, previewOf } from "./preview";
import classes from "./file-preview.module.css";

interface FilePreviewProps {
  name: string;
  type: string;
  size: number;
  /** A fresh address of the content. */
  link: () => Promise<string>;
  onClose: () => void;
}

/** A file looked at without leaving the page. */
export function FilePreview({ name, type, size, link, onClose }: FilePreviewProps) {
  const { t } = useTranslation();
  const kind = previewKind(type, size);
  const content = useQuery({
    queryKey: ["preview", name, size],
    gcTime: 0,
    retry: false,
    queryFn: async () => previewOf(kind, await link()),
  });
  const download = async () => globalThis.location.assign(await link());
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size="xl"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {content.isPending && <RowSkeletons count={6} />}
      {content.error && <ErrorState error={content.error} onRetry={() => void content.refetch()} />}
      {content.data && <Shown preview={content.data} name={name} />}
      <Group justify="flex-end" mt="md">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => void download()}
        >
          {t("download")}
        </Button>
      </Group>
    </Modal>
  );
}

function Shown({ preview, name }: { preview: Previewed; name: string }) {
  useEffect(
    () => () => {
      if (preview.kind === "pdf") URL.revokeObjectURL(preview.url);
    },
    [preview],
  );
  switch (preview.kind) {
    case "image":
      return <img className={classes.image} src={preview.url} alt={name} />;
    case "pdf":
      return <iframe className={classes.pdf} src={preview.url} title={name} />;
    case "text":
      return (
        // What scrolls can be scrolled by the keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={classes.text} tabIndex={0}>
          {preview.text}
        </pre>
      );
  }
}
