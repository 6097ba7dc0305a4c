import { Alert } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "../../api/client";
import { CardLink } from "../card-kind";
import { AlikeBy } from "./alike-by";

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
}

/** Cards that there are already for what is being typed; whoever means another one simply goes on. */
export function AlreadyThere({ kind, draft }: AlreadyThereProps) {
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
  if (!data || data.items.length === 0) return null;
  return (
    <Alert color="yellow" mt="sm" title={t("alikeThere")} role="status">
      {data.items.map((alike) => (
        <div key={alike.card.id}>
          <CardLink card={alike.card} title={alike.title} /> — <AlikeBy alike={alike} />
        </div>
      ))}
    </Alert>
  );
}
