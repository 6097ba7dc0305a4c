import { Button } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Front } from "./front";
import { WaysIn } from "./ways-in";

export function SignInPage() {
  const { t } = useTranslation(["session", "common"]);
  const { to } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  return (
    <Front
      page={t("title")}
      title={t("common:appName")}
      lead={t("lead")}
      foot={
        <Button component={Link} to="/password" variant="subtle" color="gray" size="compact-sm">
          {t("forgotten")}
        </Button>
      }
    >
      <WaysIn to={to} onDone={() => void navigate({ href: to ?? "/", replace: true })} />
    </Front>
  );
}
