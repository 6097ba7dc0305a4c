import { Button, Group, Modal, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface Loss {
  reason: string;
  note?: string;
}

interface LostDialogProps {
  /** The deal's title. */
  title: string;
  /** How many deals are lost for this reason. */
  count?: number;
  /** From which the reason is chosen; without any it is written. */
  reasons: readonly string[];
  onSubmit: (loss: Loss) => void;
  onClose: () => void;
}

/** Asks why a deal is lost before it is put there. */
export function LostDialog({ title, count = 1, reasons, onSubmit, onClose }: LostDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const chosen = reasons.length > 0;
  const note = oneLine(words);
  const loss = chosen ? reason && { reason, note: note || undefined } : note && { reason: note };
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
          if (loss) onSubmit(loss);
        }}
      >
        {chosen && (
          <Select
            label={t("lostReason")}
            description={t("lostReasonHelp")}
            data-autofocus
            mb="md"
            data={[...reasons]}
            value={reason}
            onChange={setReason}
          />
        )}
        <Textarea
          label={chosen ? t("lostNote") : t("lostReason")}
          description={chosen ? undefined : t("lostReasonHelp")}
          data-autofocus={chosen ? undefined : true}
          autosize
          minRows={2}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" disabled={!loss}>
            {t("lostSubmit", { count })}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function oneLine(words: string): string {
  return words.trim().replaceAll(/\s+/g, " ");
}
