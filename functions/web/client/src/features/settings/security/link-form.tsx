import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf } from "@/shared/api";
import { CodeInput } from "@/shared/ui";
import { useFactorText } from "@/shared/ui/security/use-factor-text";
import classes from "./security.module.css";

/** The password, and a code where there is a second step, before somebody gets a new way in. */
export function LinkForm({ name }: { name: string }) {
  const { t } = useTranslation(["provider", "security"]);
  const text = useFactorText();
  const factor = $api.useQuery("get", "/api/people/second-factor").data?.enabled ?? false;
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const begin = useMutation({
    mutationFn: async () => {
      const body = { password, code };
      const begun = await bodyOf(api.POST("/api/people/provider/link-tickets", { body }));
      globalThis.location.assign(begun.address);
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <p className={classes.quiet}>{t("linkText")}</p>
      <PasswordInput
        label={t("security:yourPassword")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-label": t("security:showPassword") }}
        value={password}
        error={begin.error && text(begin.error)}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {factor && <CodeInput label={t("codeToo")} recovery value={code} onChange={setCode} />}
      <Button type="submit" loading={begin.isPending} disabled={!password}>
        {t("signInBy", { provider: name })}
      </Button>
    </form>
  );
}
