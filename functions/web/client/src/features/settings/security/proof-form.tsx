import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf } from "@/shared/api";
import { CodeInput } from "@/shared/ui";
import { RecoveryCodes } from "@/shared/ui/security/recovery-codes";
import { useFactorText } from "@/shared/ui/security/use-factor-text";
import classes from "./security.module.css";

interface ProofFormProps {
  asked: "off" | "codes";
  onDone: () => void;
}

/** The password and a code, before anything of the second step changes. */
export function ProofForm({ asked, onDone }: ProofFormProps) {
  const { t } = useTranslation(["settings", "security"]);
  const text = useFactorText();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const change = useMutation({
    mutationFn: async () => {
      const body = { password, code };
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
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <p className={classes.quiet}>{t(asked === "off" ? "offText" : "newCodesText")}</p>
      <PasswordInput
        label={t("security:yourPassword")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-label": t("security:showPassword") }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <CodeInput
        label={t("anyCode")}
        recovery
        value={code}
        error={change.error && text(change.error)}
        onChange={setCode}
      />
      <Button type="submit" loading={change.isPending} disabled={!password || !code.trim()}>
        {t(asked === "off" ? "factorOff" : "newCodes")}
      </Button>
    </form>
  );
}
