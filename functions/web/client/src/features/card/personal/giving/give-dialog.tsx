import { Button, Checkbox, Group, Modal, Progress, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnyCard } from "@/shared/api";
import { useProblemText, useToasts } from "@/shared/ui";
import classes from "@/shared/ui/erasing/erasing.module.css";
import type { PersonCard } from "../use-kept";
import { useGiving } from "./use-giving";

interface GiveDialogProps {
  card: PersonCard;
  record: AnyCard;
  onClose: () => void;
}

/** Asks what goes along, and gives the file. */
export default function GiveDialog({ card, record, onClose }: GiveDialogProps) {
  const { t } = useTranslation(["erasing", "common"]);
  const problemText = useProblemText();
  const toasts = useToasts();
  const [files, setFiles] = useState(true);
  const [comments, setComments] = useState(false);
  const { give, progress } = useGiving(card, record);
  const run = () =>
    give.mutate(
      { files, comments },
      {
        onSuccess: () => {
          toasts.done(t("given"));
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("giveTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Stack gap="md">
        <p className={classes.text}>{t("giveText")}</p>
        <Checkbox
          label={t("giveFiles")}
          checked={files}
          onChange={(event) => setFiles(event.currentTarget.checked)}
        />
        <Checkbox
          label={t("giveComments")}
          description={t("giveCommentsText")}
          checked={comments}
          onChange={(event) => setComments(event.currentTarget.checked)}
        />
        {give.isPending && (
          <div role="status">
            <p className={classes.text}>
              {progress ? t("gathering", { ...progress }) : t("beginning")}
            </p>
            <Progress
              value={progress?.total ? (100 * progress.done) / progress.total : 100}
              animated
              aria-hidden
            />
          </div>
        )}
        {give.isError && (
          <p role="alert" className={classes.late}>
            {problemText(give.error)}
          </p>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button loading={give.isPending} onClick={run}>
            {t("giveDo")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
