import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { session, toProblem } from "@/shared/api";
import { useProblemText } from "@/shared/ui";
import classes from "./session.module.css";

interface SignInFormProps {
  /** Whose password is asked for; then the address is not. */
  email?: string;
  onDone: () => void;
}

export function SignInForm({ email: known, onDone }: SignInFormProps) {
  const { t } = useTranslation("session");
  const text = useProblemText();
  const [email, setEmail] = useState(known ?? "");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await session.signIn(email.trim(), password);
      onDone();
    } catch (error) {
      const { status } = toProblem(error);
      setProblem(status === 401 ? t("wrong") : status === 429 ? t("busy") : text(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {known === undefined ? (
        <TextInput
          label={t("email")}
          type="email"
          name="email"
          autoComplete="username"
          size="md"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      ) : (
        <input type="hidden" name="email" autoComplete="username" value={known} />
      )}
      <PasswordInput
        label={t("password")}
        name="password"
        autoComplete="current-password"
        size="md"
        required
        withAsterisk={false}
        autoFocus={known !== undefined}
        value={password}
        error={problem}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={busy} fullWidth>
        {t("submit")}
      </Button>
    </form>
  );
}
