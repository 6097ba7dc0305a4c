import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, toProblem } from "@/shared/api";
import { useProblemText } from "@/shared/ui";
import classes from "./session.module.css";

const MINUTE_SECONDS = 60;

/** Has a letter sent. Whether anybody has the address is never told. */
export function AskForm() {
  const { t } = useTranslation("session");
  const text = useProblemText();
  const [email, setEmail] = useState("");
  const ask = useMutation({
    mutationFn: () => api.POST("/api/people/password-resets", { body: { email: email.trim() } }),
  });
  const refusal = (error: unknown) => {
    const { status, retryAfter } = toProblem(error);
    const minutes = Math.ceil((retryAfter ?? MINUTE_SECONDS) / MINUTE_SECONDS);
    return status === 429 ? t("askedTooOften", { minutes }) : text(error);
  };
  if (ask.isSuccess)
    return (
      <div className={classes.sent} role="status">
        <p>{t("sent", { email: email.trim() })}</p>
        <p className={classes.quiet}>{t("sentHelp")}</p>
        <Button variant="default" fullWidth onClick={() => ask.reset()}>
          {t("askAgain")}
        </Button>
      </div>
    );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <TextInput
        label={t("email")}
        type="email"
        name="email"
        autoComplete="username"
        size="md"
        required
        withAsterisk={false}
        autoFocus
        maxLength={254}
        value={email}
        error={ask.error && refusal(ask.error)}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={ask.isPending} fullWidth>
        {t("ask")}
      </Button>
    </form>
  );
}
