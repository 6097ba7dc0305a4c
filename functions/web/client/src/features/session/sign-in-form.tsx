import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { session, toProblem } from "@/shared/api";
import { CodeInput, useProblemText } from "@/shared/ui";
import { useProviderName } from "@/shared/ui/provider/use-provider";
import classes from "./session.module.css";

interface SignInFormProps {
  /** Whose password is asked for; then the address is not. */
  email?: string;
  onDone: () => void;
}

/** The password first; then, where the person has a second factor, the code. */
export function SignInForm({ email: known, onDone }: SignInFormProps) {
  const { t } = useTranslation("session");
  const [email, setEmail] = useState(known ?? "");
  const [password, setPassword] = useState("");
  const [step, setStep] = useState<"password" | "code">("password");
  const { busy, problem, setProblem, submit } = useSubmit(onDone, () => setStep("code"));
  if (step === "code")
    return (
      <CodeStep
        busy={busy}
        problem={problem}
        onCode={(code) => void submit(email, password, code)}
        onBack={() => {
          setProblem(null);
          setStep("password");
        }}
      />
    );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(email, password);
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
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
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

interface CodeStepProps {
  busy: boolean;
  problem: string | null;
  onCode: (code: string) => void;
  onBack: () => void;
}

function CodeStep({ busy, problem, onCode, onBack }: CodeStepProps) {
  const { t } = useTranslation("session");
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState(false);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <p className={classes.quiet}>{t(recovery ? "recoveryHelp" : "codeHelp")}</p>
      <CodeInput
        key={String(recovery)}
        label={t(recovery ? "recoveryCode" : "code")}
        recovery={recovery}
        value={code}
        error={problem}
        onChange={setCode}
        onWhole={busy ? undefined : onCode}
      />
      <Button type="submit" size="md" loading={busy} disabled={!code.trim()} fullWidth>
        {t("submit")}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setCode("");
          setRecovery(!recovery);
        }}
      >
        {t(recovery ? "useApp" : "useRecovery")}
      </Button>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onBack}>
        {t("backToPassword")}
      </Button>
    </form>
  );
}

function useSubmit(onDone: () => void, onCodeNeeded: () => void) {
  const { t } = useTranslation(["session", "provider"]);
  const text = useProblemText();
  const provider = useProviderName();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const said = (error: unknown) => {
    const { status, reason } = toProblem(error);
    if (reason === "code_wrong") return t("codeWrong");
    if (reason === "provider_only") return t("provider:provider_only", { provider });
    return status === 401 ? t("wrong") : status === 429 ? t("busy") : text(error);
  };
  const submit = async (email: string, password: string, code = "") => {
    setBusy(true);
    setProblem(null);
    try {
      await session.signIn(email.trim(), password, code);
      onDone();
    } catch (error) {
      if (toProblem(error).reason === "code_needed") onCodeNeeded();
      else setProblem(said(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, setProblem, submit };
}
