import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { ProofForm } from "./proof-form";

/** Leads to the provider, once whoever asks has shown that he is who he is: he gets a new way in. */
export function LinkForm({ name }: { name: string }) {
  const { t } = useTranslation("provider");
  const factor = $api.useQuery("get", "/api/people/second-factor").data?.enabled ?? false;
  const begin = useMutation({
    mutationFn: async (body: Schemas["OwnProof"]) => {
      const begun = await bodyOf(api.POST("/api/people/provider/link-tickets", { body }));
      globalThis.location.assign(begun.address);
    },
  });
  return (
    <ProofForm
      text={t("linkText")}
      codeLabel={factor ? t("codeToo") : null}
      verb={t("signInBy", { provider: name })}
      busy={begin.isPending}
      error={begin.error}
      onProve={begin.mutate}
    />
  );
}
