import { Button, Modal, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BulkProgress } from "./use-bulk";

interface BulkBusyProps {
  progress: BulkProgress | null;
  onStop: () => void;
}

/** How far something done with many rows has come, and the way out of it. */
export function BulkBusy({ progress, onStop }: BulkBusyProps) {
  const { t } = useTranslation("lists");
  if (!progress || progress.total < 4) return null;
  const label = t("progress", { done: progress.done, total: progress.total });
  return (
    <Modal opened onClose={onStop} title={label} withCloseButton={false} centered size="sm">
      <Progress.Root size="md">
        <Progress.Section
          value={(100 * progress.done) / Math.max(progress.total, 1)}
          aria-label={label}
        />
      </Progress.Root>
      <Button mt="lg" variant="default" fullWidth onClick={onStop}>
        {t("stop")}
      </Button>
    </Modal>
  );
}
