import { Button, Group, Modal, Select, Switch } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Person, useColleagues } from "@/shared/api";
import { useProblemText } from "@/shared/ui";
import { renderNoted, usePeopleOptions } from "@/shared/ui/absences/people-options";
import { useDepartments } from "../departments";
import { usePeopleChanged } from "../queries";
import { Handing } from "./handing";
import classes from "./leaving.module.css";
import { type Amount, heirOf, useWork, WORK_KINDS, type WorkKind } from "./work";

interface LeavingDialogProps {
  person: Person;
  onClose: () => void;
}

type Heirs = Partial<Record<WorkKind, string | null>>;

/** What somebody leaves behind, and to whom it goes; then how far that has come. */
export default function LeavingDialog({ person, onClose }: LeavingDialogProps) {
  const { t } = useTranslation(["people", "common"]);
  const [handed, setHanded] = useState<readonly WorkKind[] | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("closeTitle", { name: person.name })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {handed ? (
        <Handing personId={person.id} kinds={handed} onClose={onClose} />
      ) : (
        <Heirs person={person} onClose={onClose} onHanded={setHanded} />
      )}
    </Modal>
  );
}

interface HeirsProps extends LeavingDialogProps {
  onHanded: (kinds: readonly WorkKind[]) => void;
}

function Heirs({ person, onClose, onHanded }: HeirsProps) {
  const { t } = useTranslation(["people", "common"]);
  const text = useProblemText();
  const colleagues = useColleagues();
  const departments = useDepartments();
  const { amounts } = useWork(person.id, false);
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const [apart, setApart] = useState(false);
  const [heirs, setHeirs] = useState<Heirs>({});
  const heir = chosen === undefined ? heirOf(person, departments, colleagues) : chosen;
  const options = usePeopleOptions(colleagues.filter(({ id }) => id !== person.id));
  const of = (kind: WorkKind) => (apart && heirs[kind] !== undefined ? heirs[kind] : heir);
  const leave = useLeaving(person, onHanded);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        leave.mutate(Object.fromEntries(WORK_KINDS.map((kind) => [kind, of(kind)])));
      }}
    >
      <p>{t("closeText")}</p>
      <Select
        label={t("heir")}
        description={t("heirHelp")}
        placeholder={t("nobodyHeir")}
        clearable
        searchable
        nothingFoundMessage={t("nobodyFound")}
        data={options}
        renderOption={renderNoted}
        value={heir}
        onChange={setChosen}
      />
      <Switch
        mt="md"
        label={t("heirsApart")}
        checked={apart}
        onChange={(event) => setApart(event.currentTarget.checked)}
      />
      <ul className={classes.work}>
        {WORK_KINDS.map((kind) => (
          <li key={kind}>
            <span>{t(`work_${kind}`)}</span>
            {kind !== "reminder" && kind !== "mailbox" && <Count amount={amounts[kind]} />}
            {apart && (
              <Select
                size="xs"
                aria-label={t("heirOf", { work: t(`work_${kind}`) })}
                placeholder={t("nobodyHeir")}
                clearable
                searchable
                data={options}
                renderOption={renderNoted}
                value={of(kind) ?? null}
                onChange={(id) => setHeirs({ ...heirs, [kind]: id })}
              />
            )}
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t("mailboxHeir")}</p>
      {leave.error && <p role="alert">{text(leave.error)}</p>}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button type="submit" color="red.9" loading={leave.isPending}>
          {t(heir || apart ? "closeAndHand" : "close")}
        </Button>
      </Group>
    </form>
  );
}

function Count({ amount }: { amount: Amount | undefined }) {
  if (!amount) return <span className={classes.count}>…</span>;
  return (
    <span className={classes.count}>
      {amount.count}
      {amount.more && "+"}
    </span>
  );
}

function useLeaving(person: Person, onHanded: (kinds: readonly WorkKind[]) => void) {
  const changed = usePeopleChanged();
  return useMutation({
    mutationFn: async (heirs: Heirs) => {
      const named = Object.entries(heirs).filter(([, id]) => id) as [WorkKind, string][];
      const path = { person_id: person.id };
      const body = { hand_over: Object.fromEntries(named) };
      await bodyOf(
        api.POST("/api/people/employees/{person_id}/deactivation", { params: { path }, body }),
      );
      return named.map(([kind]) => kind);
    },
    onSuccess: async (kinds) => {
      onHanded(kinds);
      await changed();
    },
  });
}
