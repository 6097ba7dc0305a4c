import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/shared/api";
import { CodeInput } from "@/shared/ui";
import { useFactorText } from "@/shared/ui/security/use-factor-text";
import classes from "./security.module.css";

interface ProofFormProps {
  /** What is to happen. */
  text: string;
  /** What the code is called; null where the password is enough. */
  codeLabel: string | null;
  verb: string;
  busy: boolean;
  error: unknown;
  onProve: (proof: Schemas["OwnProof"]) => void;
}

/** The password, and a code where there is a second step, before anything of a way in changes. */
export function ProofForm({ text, codeLabel, verb, busy, error, onProve }: ProofFormProps) {
  const { t } = useTranslation("security");
  const words = useFactorText();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const refused = error ? words(error) : undefined;
  const whole = password !== "" && (codeLabel === null || code.trim() !== "");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onProve({ password, code });
      }}
    >
      <p className={classes.quiet}>{text}</p>
      <PasswordInput
        label={t("yourPassword")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
        value={password}
        error={codeLabel === null && refused}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {codeLabel !== null && (
        <CodeInput label={codeLabel} recovery value={code} error={refused} onChange={setCode} />
      )}
      <Button type="submit" loading={busy} disabled={!whole}>
        {verb}
      </Button>
    </form>
  );
}
