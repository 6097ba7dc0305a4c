import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "../../api";
import { instantOf, soonInstants, useDraft } from "../../lib";

interface RemindDialogProps {
  count: number;
  onSubmit: (text: string, at: string) => void;
  onClose: () => void;
}

/** Of what to be reminded, and when. */
export default function RemindDialog({ count, onSubmit, onClose }: RemindDialogProps) {
  const { t } = useTranslation(["lists", "common"]);
  const { time_zone: zone } = usePerson();
  const [soon] = useState(() => soonInstants(new Date(), zone, "10:00"));
  const [draft, change, forget] = useDraft("reminders", { text: "", at: soon.tomorrow });
  const quick = [
    ["inAnHour", soon.hour],
    ["tomorrowMorning", soon.tomorrow],
    ["nextMonday", soon.monday],
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("remindTitle", { count })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(draft.text.trim(), instantOf(draft.at, zone));
          forget();
        }}
      >
        <TextInput
          data-autofocus
          label={t("remindText")}
          description={t("remindHelp")}
          placeholder={t("remindPlaceholder")}
          maxLength={2000}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <TextInput
          mt="md"
          label={t("remindAt")}
          type="datetime-local"
          value={draft.at}
          onChange={(event) => change({ at: event.currentTarget.value })}
        />
        <Group gap="xs" mt="xs">
          {quick.map(([label, at]) => (
            <Button key={label} variant="default" size="xs" onClick={() => change({ at })}>
              {t(label)}
            </Button>
          ))}
        </Group>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" disabled={draft.text.trim() === "" || draft.at === ""}>
            {t("remindSubmit")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
