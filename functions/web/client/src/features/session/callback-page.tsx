import { Button, Skeleton } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, session, toProblem } from "@/shared/api";
import { arrival } from "@/shared/lib/arrival";
import { useProblemText, useToasts } from "@/shared/ui";
import { useProviderName } from "@/shared/ui/provider/use-provider";
import { Front } from "./front";
import { isLink, isReason, ownPath } from "./coming-back";

/** Where the browser comes back to from the company's own provider. */
export function CallbackPage() {
  const { t } = useTranslation(["provider", "session"]);
  const refusal = useComing();
  if (refusal === null)
    return (
      <Front page={t("coming")} title={t("coming")} lead={t("comingText")}>
        <Skeleton height={44} />
      </Front>
    );
  const linking = isLink(arrival.state);
  return (
    <Front
      page={t("failedTitle")}
      title={t("failedTitle")}
      lead={<span role="alert">{refusal}</span>}
    >
      <Button component={Link} to={linking ? "/settings/security" : "/sign-in"} size="md" fullWidth>
        {t(linking ? "toSecurity" : "again")}
      </Button>
    </Front>
  );
}

/** Does what was begun, and goes on to where it was begun for; why not, if it cannot be. */
function useComing(): string | null {
  const { t } = useTranslation("provider");
  const navigate = useNavigate();
  const toasts = useToasts();
  const text = useProblemText();
  const provider = useProviderName();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);
  const refused = arrival.error;
  useEffect(() => {
    // Each answer is good once, and React calls an effect twice while it is developed.
    if (begun.current || refused !== undefined) return;
    begun.current = true;
    void come().then((to) => {
      if (isLink(arrival.state)) toasts.done(t("linked"));
      return navigate({ href: to, replace: true });
    }, setProblem);
    // Whatever else changes, the answer is the one that came with the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (refused === "access_denied") return t("denied", { provider });
  if (refused !== undefined) return t("providerFailed", { provider, code: refused });
  if (problem === null) return null;
  const { reason } = toProblem(problem);
  return isReason(reason) ? t(reason, { provider }) : text(problem);
}

async function come(): Promise<string> {
  const answer = { state: arrival.state ?? "", code: arrival.code ?? "" };
  // What the page began with comes first, or the former session would be taken for the new one.
  await session.restore();
  if (!isLink(answer.state)) return ownPath(await session.signInByProvider(answer));
  await api.PUT("/api/people/provider/link", { body: answer });
  return "/settings/security";
}
