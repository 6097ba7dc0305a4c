import { Button, Group, Modal, Select } from "@mantine/core";
import { IconUserShare } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type AnyCard,
  type CardKind,
  giveCard,
  staysInSight,
  useColleagues,
  usePerson,
} from "../api";
import { renderNoted, usePeopleOptions } from "./absences/people-options";
import { useBulk } from "./use-bulk";
import { BulkBusy } from "./bulk-busy";

interface GiveCardsProps {
  kind: CardKind;
  rows: readonly AnyCard[];
  onSettled: () => void;
}

/** Gives the selected cards to another employee. */
export function GiveCards({ kind, rows, onSettled }: GiveCardsProps) {
  const { t } = useTranslation("lists");
  const [asking, setAsking] = useState(false);
  const bulk = useBulk(onSettled);
  const me = usePerson();
  const give = (heir: Colleague) => {
    setAsking(false);
    void bulk.run(
      rows.filter((row) => row.owner_id !== heir.id),
      async (row) => {
        await giveCard(kind, row.id, heir.id);
        const former = row.owner_id;
        return former !== null && staysInSight(row, me, heir)
          ? () => giveCard(kind, row.id, former)
          : null;
      },
      (count) => t("given", { count, name: heir.name }),
    );
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconUserShare size={16} />}
        onClick={() => setAsking(true)}
      >
        {t("give")}
      </Button>
      {asking && <ChooseHeir rows={rows} onChoose={give} onClose={() => setAsking(false)} />}
      <BulkBusy progress={bulk.progress} onStop={bulk.stop} />
    </>
  );
}

type Colleague = ReturnType<typeof useColleagues>[number];

interface ChooseHeirProps {
  rows: readonly AnyCard[];
  onChoose: (heir: Colleague) => void;
  onClose: () => void;
}

function ChooseHeir({ rows, onChoose, onClose }: ChooseHeirProps) {
  const { t } = useTranslation(["lists", "common"]);
  const colleagues = useColleagues();
  const me = usePerson();
  const people = usePeopleOptions(colleagues);
  const [id, setId] = useState<string | null>(null);
  const heir = colleagues.find((one) => one.id === id);
  const lost = heir ? rows.filter((row) => !staysInSight(row, me, heir)).length : 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("giveTitle", { count: rows.length })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (heir) onChoose(heir);
        }}
      >
        <Select
          label={t("newOwner")}
          data-autofocus
          searchable
          nothingFoundMessage={t("common:nothingFound")}
          data={people}
          renderOption={renderNoted}
          value={id}
          onChange={setId}
        />
        {lost > 0 && (
          <p role="status" style={{ margin: "12px 0 0", fontSize: 13, color: "var(--risk)" }}>
            {t("outOfSight", { count: lost })}
          </p>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" disabled={!heir}>
            {t("giveSubmit")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
