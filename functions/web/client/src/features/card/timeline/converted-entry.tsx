import { IconTransform } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CardKind, CardRef } from "@/shared/api";
import { CardLink, TimelineItem } from "@/shared/ui";
import type { Entry } from "./queries";

interface ConvertedEntryProps {
  entry: Entry;
  fresh: boolean;
}

/** A lead became this card, or this lead another one: the way to it. */
export function ConvertedEntry({ entry, fresh }: ConvertedEntryProps) {
  const { t } = useTranslation("convert");
  const card = cardOf(entry.source.id);
  return (
    <TimelineItem
      icon={<IconTransform size={16} />}
      who={entry.actor.name}
      what={
        <>
          {card.kind === "lead" ? t("entryFrom") : t("entryInto")}{" "}
          <CardLink card={card} title={entry.summary} />
          {entry.text && ` (${entry.text})`}
        </>
      }
      at={entry.at}
      fresh={fresh}
    />
  );
}

function cardOf(text: string): CardRef {
  const [kind = "", id = ""] = text.split(":");
  return { kind: kind as CardKind, id };
}
