import { Button, Group, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface LostDialogProps {
  /** The deal's title. */
  title: string;
  /** The reason may be empty. */
  onSubmit: (reason: string) => void;
  onClose: () => void;
}

/** Asks why a deal is lost before it is put there. */
export function LostDialog({ title, onSubmit, onClose }: LostDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("lostTitle", { title })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(reason.trim().replaceAll(/\s+/g, " "));
        }}
      >
        <Textarea
          label={t("lostReason")}
          description={t("lostReasonHelp")}
          autoFocus
          autosize
          minRows={2}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit">{t("lostSubmit")}</Button>
        </Group>
      </form>
    </Modal>
  );
}
