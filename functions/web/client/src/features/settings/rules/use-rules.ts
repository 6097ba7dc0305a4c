import { useMutation, useQueryClient } from "@tanstack/react-query";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { useToasts } from "@/shared/ui";

export type Rules = Schemas["RulesView"];
export type Rule = Schemas["RuleView"];

const PATH = "/api/communications/rules";

/** All rules, and what puts changed ones in their place; what somebody else changed meanwhile is read anew. */
export function useRules() {
  const client = useQueryClient();
  const toasts = useToasts();
  const query = $api.useQuery("get", PATH);
  const key = ["get", PATH];
  const save = useMutation({
    mutationFn: (changed: Rules) => bodyOf(api.PUT(PATH, { body: bodyOfRules(changed) })),
    onSuccess: (rules) =>
      client.setQueriesData({ queryKey: key }, (before) => (before ? rules : before)),
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  /** Changes a part of the rules as they stand by then: what is taken back later has a newer version before it. */
  const change = (part: Partial<Rules>, onDone?: () => void) => {
    const now = client.getQueriesData<Rules>({ queryKey: key })[0]?.[1];
    if (now) save.mutate({ ...now, ...part }, { onSuccess: onDone, onError: toasts.failed });
  };
  return { query, save, change };
}

function bodyOfRules({ rules, never, version }: Rules): Schemas["RulesBody"] {
  return { rules: rules.map(bodyOfRule), never, version };
}

/** A rule as the portal takes it; a new one has no id. */
export function bodyOfRule(rule: Rule): Schemas["RuleBody"] {
  return { ...rule, id: rule.id || null, card_title: rule.card_title || null };
}
