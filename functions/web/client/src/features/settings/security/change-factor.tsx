import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "@/shared/api";
import { RecoveryCodes } from "@/shared/ui/security/recovery-codes";
import { ProofForm } from "./proof-form";

interface ChangeFactorProps {
  asked: "off" | "codes";
  onDone: () => void;
}

/** Turns the second step off, or makes its recovery codes anew and shows them. */
export function ChangeFactor({ asked, onDone }: ChangeFactorProps) {
  const { t } = useTranslation("settings");
  const change = useMutation({
    mutationFn: async (body: Schemas["OwnProof"]) => {
      if (asked === "codes")
        return (await bodyOf(api.POST("/api/people/second-factor/recovery-codes", { body }))).items;
      await api.POST("/api/people/second-factor/removal", { body });
      return null;
    },
    onSuccess: (codes) => {
      if (codes === null) onDone();
    },
  });
  if (change.data) return <RecoveryCodes codes={change.data} onDone={onDone} />;
  return (
    <ProofForm
      text={t(asked === "off" ? "offText" : "newCodesText")}
      codeLabel={t("anyCode")}
      verb={t(asked === "off" ? "factorOff" : "newCodes")}
      busy={change.isPending}
      error={change.error}
      onProve={change.mutate}
    />
  );
}
