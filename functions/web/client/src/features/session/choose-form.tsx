import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, session, toProblem } from "@/shared/api";
import { useProblemText, useToasts } from "@/shared/ui";
import { isStrong } from "./password-rules";
import { RuleList } from "./rule-list";
import classes from "./session.module.css";

interface ChooseFormProps {
  token: string;
  email: string;
  /** The link has ended meanwhile. */
  onGone: () => void;
}

/** Sets the password, and goes in with it. */
export function ChooseForm({ token, email, onGone }: ChooseFormProps) {
  const { t } = useTranslation("session");
  const text = useProblemText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const rules = useId();
  const [password, setPassword] = useState("");
  const goIn = async () => {
    toasts.done(t("chosen"));
    // Whoever was here before is another's session, or one that has just ended.
    session.leave();
    try {
      await session.signIn(email, password);
      await navigate({ to: "/", replace: true });
    } catch {
      await navigate({ to: "/sign-in", search: {}, replace: true });
    }
  };
  const choose = useMutation({
    mutationFn: () => api.POST("/api/people/passwords", { body: { token, password } }),
    onSuccess: goIn,
    onError: (error) => {
      if (toProblem(error).status === 410) onGone();
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate();
      }}
    >
      <div>
        <span className={classes.label}>{t("email")}</span>
        <p className={classes.who}>{email}</p>
      </div>
      <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={t("newPassword")}
        name="password"
        autoComplete="new-password"
        size="md"
        required
        withAsterisk={false}
        autoFocus
        aria-describedby={rules}
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
        value={password}
        error={choose.error && text(choose.error)}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <RuleList id={rules} password={password} />
      <Button
        type="submit"
        size="md"
        loading={choose.isPending}
        disabled={!isStrong(password)}
        fullWidth
      >
        {t("choose")}
      </Button>
    </form>
  );
}
