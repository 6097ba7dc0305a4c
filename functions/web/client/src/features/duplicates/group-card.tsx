import { Button, Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CardIcon, CardLink, When } from "@/shared/ui";
import classes from "./duplicates.module.css";
import type { Group } from "./queries";

interface GroupCardProps {
  card: Group["cards"][number];
  /** Whether it is one of those to merge; null where there is no choice. */
  chosen: boolean | null;
  onToggle: () => void;
  onApart: () => void;
}

/** One card of a group, and what tells it from the others. */
export function GroupCard({ card, chosen, onToggle, onApart }: GroupCardProps) {
  const { t } = useTranslation("duplicates");
  return (
    <div className={classes.card}>
      {chosen !== null && (
        <Checkbox
          classNames={{ body: classes.tick }}
          aria-label={t("chosen", { title: card.title })}
          checked={chosen}
          onChange={onToggle}
        />
      )}
      <CardIcon kind={card.card.kind} size={16} />
      <span className={classes.name}>
        <CardLink card={card.card} title={card.title} />
        {card.subtitle && <span className={classes.note}>{card.subtitle}</span>}
      </span>
      <span className={classes.owner}>{card.owner_name}</span>
      <span className={classes.made}>
        <When at={card.created_at} as="day" />
      </span>
      {chosen !== null && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={classes.act}
          aria-label={t("notThisOne", { title: card.title })}
          onClick={onApart}
        >
          {t("not")}
        </Button>
      )}
    </div>
  );
}
