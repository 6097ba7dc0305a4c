import { Button, Skeleton } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { $api, toProblem } from "@/shared/api";
import { ErrorState } from "@/shared/ui";
import { AskForm } from "./ask-form";
import { ChooseForm } from "./choose-form";
import { Front } from "./front";

/** With a link from a letter a password is set here; without one, a letter is asked for. */
export function PasswordPage() {
  const { hash } = useLocation();
  const token = new URLSearchParams(hash.replace(/^#/, "")).get("token");
  return token ? <ByLink key={token} token={token} /> : <Forgotten />;
}

function Forgotten() {
  const { t } = useTranslation("session");
  return (
    <Front page={t("forgotten")} title={t("askTitle")} lead={t("askLead")} foot={<ToSignIn />}>
      <AskForm />
    </Front>
  );
}

function ByLink({ token }: { token: string }) {
  const { t } = useTranslation("session");
  const link = $api.useQuery(
    "post",
    "/api/people/passwords/check",
    { body: { token } },
    { staleTime: Infinity, retry: false },
  );
  if (link.isPending)
    return (
      <Front page={t("chooseTitle")} title={t("chooseTitle")}>
        <Skeleton height={160} />
      </Front>
    );
  if (link.data)
    return (
      <Front
        page={t("chooseTitle")}
        title={link.data.kind === "invitation" ? t("welcome") : t("chooseTitle")}
        lead={t(link.data.kind === "invitation" ? "welcomeLead" : "chooseLead", {
          name: link.data.name,
        })}
        foot={<ToSignIn />}
      >
        <ChooseForm token={token} email={link.data.email} onGone={() => void link.refetch()} />
      </Front>
    );
  if (toProblem(link.error).status === 410)
    return (
      <Front page={t("goneTitle")} title={t("goneTitle")} lead={t("goneLead")} foot={<ToSignIn />}>
        <AskForm />
      </Front>
    );
  return (
    <Front page={t("chooseTitle")} title={t("chooseTitle")} foot={<ToSignIn />}>
      <ErrorState error={link.error} onRetry={() => void link.refetch()} />
    </Front>
  );
}

function ToSignIn() {
  const { t } = useTranslation("session");
  return (
    <Button component={Link} to="/sign-in" variant="subtle" color="gray" size="compact-sm">
      {t("toSignIn")}
    </Button>
  );
}
