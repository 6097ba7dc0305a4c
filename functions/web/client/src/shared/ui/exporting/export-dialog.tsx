import { Button, Checkbox, Group, Modal, Radio, SegmentedControl, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas, usePerson } from "../../api";
import { useProblemText } from "../problem-text";
import { ErrorState, RowSkeletons } from "../states";
import { type ExportedList, exportList } from "./export-list";
import { ExportProgress } from "./export-progress";
import classes from "./exporting.module.css";

interface ExportDialogProps {
  list: ExportedList;
  onClose: () => void;
}

/** Asks in which form, makes the table, and gives it. */
export default function ExportDialog({ list, onClose }: ExportDialogProps) {
  const { t, i18n } = useTranslation("exporting");
  const [exportId, setExportId] = useState<string | null>(null);
  const language = i18n.language === "en" ? "en" : "ru";
  const columns = $api.useQuery("get", "/api/crm/export-columns", {
    params: { query: { kind: list.kind, language } },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {exportId ? (
        <ExportProgress exportId={exportId} onClose={onClose} />
      ) : columns.isError ? (
        <ErrorState error={columns.error} onRetry={() => void columns.refetch()} />
      ) : columns.data ? (
        <Wish list={list} language={language} known={columns.data.items} onBegun={setExportId} />
      ) : (
        <RowSkeletons />
      )}
    </Modal>
  );
}

interface WishProps {
  list: ExportedList;
  language: "ru" | "en";
  known: Schemas["ExportColumn"][];
  onBegun: (exportId: string) => void;
}

const FORMATS = ["xlsx", "csv"] as const;

function Wish({ list, language, known, onBegun }: WishProps) {
  const { t } = useTranslation("exporting");
  const problemText = useProblemText();
  const client = useQueryClient();
  const { time_zone: zone } = usePerson();
  const [format, setFormat] = useState<(typeof FORMATS)[number]>("xlsx");
  const [which, setWhich] = useState("shown");
  const all = known.map(({ name }) => name);
  const shown = list.columns.filter((name) => all.includes(name));
  const [chosen, setChosen] = useState(shown);
  const columns = which === "all" ? all : which === "shown" ? shown : chosen;
  const begin = useMutation({
    mutationFn: () => exportList(list, { format, columns, language, zone }),
    onSuccess: ({ id }) => {
      onBegun(id);
      void client.invalidateQueries({ queryKey: ["get", "/api/crm/exports"] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <Stack gap="md">
        <p className={classes.text}>{t("text")}</p>
        <SegmentedControl
          aria-label={t("format")}
          data={FORMATS.map((value) => ({ value, label: t(value) }))}
          value={format}
          onChange={(value) => setFormat(value === "csv" ? "csv" : "xlsx")}
        />
        <Radio.Group label={t("columns")} value={which} onChange={setWhich}>
          <Stack gap="xs" mt="xs">
            <Radio value="shown" label={t("shown", { count: shown.length })} />
            <Radio value="all" label={t("all", { count: all.length })} />
            <Radio value="chosen" label={t("chosen")} />
          </Stack>
        </Radio.Group>
        {which === "chosen" && (
          <Checkbox.Group
            aria-label={t("choose")}
            value={chosen}
            // In the order of the table, whichever was ticked first.
            onChange={(ticked) => setChosen(all.filter((name) => ticked.includes(name)))}
          >
            <div className={classes.columns}>
              {known.map(({ name, label }) => (
                <Checkbox key={name} value={name} label={label} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        {begin.isError && <p role="alert">{problemText(begin.error)}</p>}
        <Group justify="flex-end">
          <Button type="submit" loading={begin.isPending} disabled={columns.length === 0}>
            {t("start")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
