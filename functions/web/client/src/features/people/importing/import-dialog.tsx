import { Button, Checkbox, FileInput, Group, Modal, Progress } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText, useToasts } from "@/shared/ui";
import { usePeopleChanged } from "../queries";
import { cellsOf, decoded } from "./csv";
import classes from "./importing.module.css";
import { type Fault, type List, listOf } from "./list";
import { Report } from "./report";
import { useImport } from "./use-import";

/** Employees from a table: tried first, then added; the wrong rows come back as a table to mend. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["people", "common"]);
  const text = useProblemText();
  const [list, setList] = useState<List | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [invite, setInvite] = useState(true);
  const { results, added, busy, done, error, tryOut, add, forget } = useSteps(list, invite);
  const choose = async (file: File | null) => {
    forget();
    const found = file ? listOf(cellsOf(decoded(await file.arrayBuffer()))) : null;
    setFault(typeof found === "string" ? found : null);
    const good = typeof found === "string" ? null : found;
    setList(good);
    if (good) tryOut(good);
  };
  const ready = results?.filter(({ outcome }) => outcome === "ready").length ?? 0;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("importTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <p className={classes.quiet}>{t("importHelp")}</p>
      <FileInput
        label={t("importFile")}
        placeholder={t("importChoose")}
        accept=".csv,text/csv"
        clearable
        error={fault && t(fault)}
        disabled={busy}
        onChange={(file) => void choose(file)}
      />
      {busy && list && (
        <Progress
          mt="md"
          aria-label={t("importing")}
          value={(100 * done) / list.rows.length}
          animated
        />
      )}
      {error && <p role="alert">{text(error)}</p>}
      {results && list && <Report list={list} results={results} />}
      <Group justify="space-between" mt="lg">
        <Checkbox
          label={t("importInvite")}
          checked={invite}
          disabled={busy || added}
          onChange={(event) => setInvite(event.currentTarget.checked)}
        />
        <Group>
          <Button variant="default" onClick={onClose}>
            {t(added ? "common:close" : "common:cancel")}
          </Button>
          {!added && (
            <Button loading={busy} disabled={ready === 0} onClick={add}>
              {t("importAdd", { count: ready })}
            </Button>
          )}
        </Group>
      </Group>
    </Modal>
  );
}

function useSteps(list: List | null, invite: boolean) {
  const { t } = useTranslation("people");
  const toasts = useToasts();
  const changed = usePeopleChanged();
  const { run, done } = useImport();
  const trial = useMutation({ mutationFn: ({ rows }: List) => run(rows, true, false) });
  const adding = useMutation({
    mutationFn: () => run(list?.rows ?? [], false, invite),
    onSuccess: (found) => {
      const count = found.filter(({ outcome }) => outcome === "added").length;
      toasts.done(t("importDone", { count }));
    },
    onSettled: changed,
  });
  return {
    results: adding.data ?? trial.data,
    added: adding.isSuccess,
    busy: trial.isPending || adding.isPending,
    error: adding.error ?? trial.error,
    done,
    tryOut: (found: List) => trial.mutate(found),
    add: () => adding.mutate(),
    forget: () => {
      trial.reset();
      adding.reset();
    },
  };
}
