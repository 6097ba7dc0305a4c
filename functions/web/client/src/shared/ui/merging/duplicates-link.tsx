import { Button } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CardKind } from "../../api/cards";
import { MOST_COUNTED, useDuplicateCounts } from "./queries";

/** The way to the cards of a kind that seem to be one, with their number; nothing where there are none. */
export function DuplicatesLink({ kind }: { kind: CardKind }) {
  const { t } = useTranslation("merging");
  const { data } = useDuplicateCounts();
  const count = kind === "deal" ? 0 : (data?.[kind] ?? 0);
  if (count === 0) return null;
  return (
    <Button
      component={Link}
      to={`/duplicates?kind=${kind}`}
      size="xs"
      variant="subtle"
      leftSection={<IconArrowMerge size={16} />}
    >
      {count < MOST_COUNTED
        ? t("duplicates", { count })
        : t("manyDuplicates", { most: MOST_COUNTED - 1 })}
    </Button>
  );
}
