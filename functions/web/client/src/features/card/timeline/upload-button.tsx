import { ActionIcon, Tooltip } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CardRef } from "@/shared/api";
import classes from "./timeline.module.css";
import { useNewVersion } from "./use-document";

/** Puts a file of one's own on the card. */
export function UploadButton({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const upload = useNewVersion(card);
  return (
    <Tooltip label={t("fileUpload")}>
      <ActionIcon
        className={classes.upload}
        variant="default"
        size={30}
        aria-label={t("fileUpload")}
        loading={upload.share !== null}
        onClick={() => upload.choose()}
      >
        <IconUpload size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
