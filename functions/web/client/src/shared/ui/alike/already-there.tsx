import { Alert, Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "../../api/client";
import { CardLink } from "../card-kind";
import { AlikeBy } from "./alike-by";
import classes from "./alike.module.css";
import { notice } from "./notice";

const PAUSE_MS = 500;
const LEAST_LETTERS = 3;

type Draft = Partial<Schemas["NewCardBody"]>;

const LIKE = {
  contact: (body: Schemas["NewCardBody"]) => bodyOf(api.POST("/api/crm/contacts/like", { body })),
  company: (body: Schemas["NewCardBody"]) => bodyOf(api.POST("/api/crm/companies/like", { body })),
  lead: (body: Schemas["NewCardBody"]) => bodyOf(api.POST("/api/crm/leads/like", { body })),
};

interface AlreadyThereProps {
  kind: keyof typeof LIKE;
  draft: Draft;
  /** Takes a card of the kind instead of making one; without it the cards can only be opened. */
  onTake?: (card: { id: string; title: string }) => void;
  /** Hears how many there are, so that a form can say that it makes one nevertheless. */
  onFound?: (count: number) => void;
}

/** Cards that there are already for what is being typed; whoever means another one simply goes on. */
export function AlreadyThere({ kind, draft, onTake, onFound }: AlreadyThereProps) {
  const { t } = useTranslation();
  const [written] = useDebouncedValue(JSON.stringify(draft), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ["cards-like", kind, written],
    enabled: written.replace(/[^\p{L}\p{N}]/gu, "").length > LEAST_LETTERS,
    queryFn: () =>
      LIKE[kind]({
        name: "",
        emails: [],
        phones: [],
        handles: [],
        domains: [],
        ...(JSON.parse(written) as Draft),
      }),
    placeholderData: (before) => before,
  });
  // Where one is to be taken, only such as can be are told of.
  const found = (data?.items ?? []).filter(({ card }) => !onTake || card.kind === kind);
  const tell = useEffectEvent((count: number) => onFound?.(count));
  useEffect(() => tell(found.length), [found.length]);
  if (found.length === 0) return null;
  return (
    <Alert classNames={notice} mt="sm" title={t("alikeThere")} role="status">
      {found.map((alike) => (
        <div key={alike.card.id} className={classes.line}>
          <span className={classes.words}>
            <CardLink card={alike.card} title={alike.title} /> — <AlikeBy alike={alike} />
          </span>
          {onTake && (
            <Button
              size="compact-sm"
              variant="default"
              className={classes.take}
              onClick={() => onTake({ id: alike.card.id, title: alike.title })}
            >
              {t("alikeTake")}
            </Button>
          )}
        </div>
      ))}
    </Alert>
  );
}
