import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnyCard, CardKind, CardRef } from "../../api/cards";
import { FindCard } from "../find-card";

const MergeDialog = lazy(() => import("./merge-dialog"));

/** So many cards go into one. */
const MOST = 11;

interface MergeSelectedProps {
  kind: CardKind;
  rows: readonly AnyCard[];
  onSettled: () => void;
}

/** Makes one card of those selected in a list. */
export function MergeSelected({ kind, rows, onSettled }: MergeSelectedProps) {
  const { t } = useTranslation("merging");
  const [open, setOpen] = useState(false);
  if (rows.length < 2) return null;
  return (
    <>
      <Tooltip label={t("tooMany", { most: MOST })} disabled={rows.length <= MOST}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowMerge size={16} />}
          data-disabled={rows.length > MOST || undefined}
          aria-disabled={rows.length > MOST}
          onClick={() => rows.length <= MOST && setOpen(true)}
        >
          {t("verb")}
        </Button>
      </Tooltip>
      {open && (
        <Suspense>
          <MergeDialog
            cards={rows.map(({ id }) => ({ kind, id }))}
            onDone={onSettled}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

interface MergeWithProps {
  card: CardRef;
  onDone: (stays: CardRef) => void;
}

/** On a card: finds the one that is the same, and makes one of both. */
export function MergeWith({ card, onDone }: MergeWithProps) {
  const { t } = useTranslation("merging");
  const [finding, setFinding] = useState(false);
  const [other, setOther] = useState<CardRef | null>(null);
  return (
    <>
      <Tooltip label={t("with")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t("with")}
          aria-haspopup="dialog"
          onClick={() => setFinding(true)}
        >
          <IconArrowMerge size={16} />
        </ActionIcon>
      </Tooltip>
      {finding && (
        <FindCard
          title={t("withTitle")}
          kind={card.kind}
          not={card}
          onChoose={(found) => setOther(found.card)}
          onClose={() => setFinding(false)}
        />
      )}
      {other && (
        <Suspense>
          <MergeDialog cards={[card, other]} onDone={onDone} onClose={() => setOther(null)} />
        </Suspense>
      )}
    </>
  );
}
