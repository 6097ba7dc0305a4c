import { Button } from "@mantine/core";
import { IconBuilding } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf } from "@/shared/api";
import { useProblemText } from "@/shared/ui";
import type { SignInProvider } from "@/shared/ui/provider/use-provider";
import classes from "./session.module.css";

interface ProviderButtonProps {
  provider: SignInProvider;
  /** The page that is wanted afterwards. */
  to?: string;
  /** Whether this page stays as it is, since something may have been typed on it. */
  newTab?: boolean;
}

/** The way to the company's own provider, which leads back here. */
export function ProviderButton({ provider, to, newTab = false }: ProviderButtonProps) {
  const { t } = useTranslation(["provider", "session"]);
  const text = useProblemText();
  const begin = useMutation({
    mutationFn: async (tab: Window | null) => {
      const begun = await bodyOf(
        api.POST("/api/people/provider/tickets", { body: { to: newTab ? "/" : (to ?? "/") } }),
      );
      (tab ?? globalThis).location.assign(begun.address);
    },
    onError: (_, tab) => tab?.close(),
  });
  return (
    <div>
      <Button
        classNames={{ root: classes.provider, label: classes.providerName }}
        size="md"
        fullWidth
        variant={provider.passwords ? "default" : "filled"}
        leftSection={<IconBuilding size={18} aria-hidden />}
        loading={begin.isPending}
        // Opened at once: later it would not be by the touch, and the browser would block it.
        onClick={() => begin.mutate(newTab ? globalThis.open("", "_blank") : null)}
      >
        {t("signInBy", { provider: provider.name })}
      </Button>
      {newTab && <p className={classes.hint}>{t("newTab")}</p>}
      {begin.error && (
        <p className={classes.refusal} role="alert">
          {text(begin.error)}
        </p>
      )}
    </div>
  );
}
