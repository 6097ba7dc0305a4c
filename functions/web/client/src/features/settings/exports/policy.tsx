import { Checkbox, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf } from "@/shared/api";
import { ErrorState, RowSkeletons, useToasts } from "@/shared/ui";
import { Section } from "../section";

const ROLES = ["head", "employee", "hr", "accountant"] as const;
const PATH = "/api/crm/export-policy";

/** The roles that may export; each tick is saved at once. */
export function Policy() {
  const { t } = useTranslation("exporting");
  const toasts = useToasts();
  const client = useQueryClient();
  const query = $api.useQuery("get", PATH, {});
  const save = useMutation({
    mutationFn: (roles: string[]) =>
      bodyOf(api.PUT(PATH, { body: { roles: ROLES.filter((one) => roles.includes(one)) } })),
    onSuccess: () => toasts.done(t("policySaved")),
    onError: toasts.failed,
    onSettled: () => void client.invalidateQueries({ queryKey: ["get", PATH] }),
  });
  return (
    <Section title={t("policy")} text={t("policyText")}>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowSkeletons />}
      {query.data && (
        <Checkbox.Group
          aria-label={t("policy")}
          value={save.isPending ? save.variables : query.data.roles}
          onChange={(roles) => save.mutate(roles)}
        >
          <Stack gap="xs">
            {ROLES.map((role) => (
              <Checkbox key={role} value={role} label={t(`role_${role}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Section>
  );
}
