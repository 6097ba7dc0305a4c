import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardKind, followChange } from "../../api";
import { useFormats } from "../../i18n";
import { BulkBusy } from "../bulk-busy";
import { useBulk } from "../use-bulk";

const RemindDialog = lazy(() => import("./remind-dialog"));

interface RemindCardsProps {
  kind: CardKind;
  rows: readonly { id: string }[];
  onSettled: () => void;
}

/** Sets a reminder on each of the selected cards, for oneself. */
export function RemindCards({ kind, rows, onSettled }: RemindCardsProps) {
  const { t } = useTranslation("lists");
  const formats = useFormats();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const bulk = useBulk(() => {
    followChange(client, ["pulse"]);
    void client.invalidateQueries({ queryKey: ["get", "/api/notifications/reminders"] });
    onSettled();
  });
  const remind = (text: string, at: string) => {
    setAsking(false);
    void bulk.run(
      rows,
      async ({ id }) => {
        const reminder = await add({ text, at, about: { kind, id } });
        return () => drop(reminder.id);
      },
      (count) => t("reminded", { count, when: formats.exact(at) }),
    );
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBell size={16} />}
        onClick={() => setAsking(true)}
      >
        {t("remind")}
      </Button>
      <Suspense>
        {asking && (
          <RemindDialog count={rows.length} onSubmit={remind} onClose={() => setAsking(false)} />
        )}
      </Suspense>
      <BulkBusy progress={bulk.progress} onStop={bulk.stop} />
    </>
  );
}

function add(body: { text: string; at: string; about: { kind: CardKind; id: string } }) {
  return bodyOf(api.POST("/api/notifications/reminders", { body }));
}

function drop(reminder_id: string) {
  return bodyOf(
    api.DELETE("/api/notifications/reminders/{reminder_id}", { params: { path: { reminder_id } } }),
  );
}
