import { Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Person } from "@/shared/api";
import { ErrorState, RowSkeletons, useToasts } from "@/shared/ui";
import { Section } from "../section";
import classes from "./security.module.css";

const KEY = ["get", "/api/people/security-policy"] as const;
const ROLES = ["owner", "head", "employee", "hr", "accountant"] as const;

/** Who may not go without a second step. */
export function Policy() {
  const { t } = useTranslation("settings");
  const query = $api.useQuery("get", "/api/people/security-policy");
  const save = useSave();
  const chosen = query.data?.required_roles ?? [];
  return (
    <Section title={t("policy")} text={t("policyText")}>
      {query.isPending && <RowSkeletons />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <Checkbox.Group
          aria-label={t("policy")}
          value={chosen}
          onChange={(roles) => save.mutate(roles)}
        >
          <div className={classes.roles}>
            {ROLES.map((role) => (
              <Checkbox
                key={role}
                value={role}
                label={t(`role_${role}`)}
                disabled={save.isPending}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </Section>
  );
}

function useSave() {
  const { t } = useTranslation("settings");
  const toasts = useToasts();
  const client = useQueryClient();
  const save = (required_roles: Person["roles"]) =>
    bodyOf(api.PUT("/api/people/security-policy", { body: { required_roles } }));
  return useMutation({
    mutationFn: save,
    onMutate: (required_roles) => {
      const before = client.getQueryData<{ required_roles: Person["roles"] }>(KEY);
      client.setQueryData(KEY, { required_roles });
      return before?.required_roles ?? [];
    },
    onSuccess: (_saved, _roles, before) =>
      toasts.done(t("saved"), async () => {
        await save(before);
        await client.invalidateQueries({ queryKey: KEY });
      }),
    onError: toasts.failed,
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
