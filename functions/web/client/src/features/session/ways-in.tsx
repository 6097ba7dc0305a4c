import { Button, Divider } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProvider } from "@/shared/ui/provider/use-provider";
import { ProviderButton } from "./provider-button";
import { SignInForm } from "./sign-in-form";
import classes from "./session.module.css";

interface WaysInProps {
  /** Who was here before his session ended; then only he comes in, and the page stays. */
  email?: string;
  /** The page that is wanted afterwards. */
  to?: string;
  onDone: () => void;
}

/** The password, the company's own provider, or both. */
export function WaysIn({ email, to, onDone }: WaysInProps) {
  const { t } = useTranslation("provider");
  const provider = useProvider();
  const [asked, setAsked] = useState(false);
  if (!provider) return <SignInForm email={email} onDone={onDone} />;
  const button = <ProviderButton provider={provider} to={to} newTab={email !== undefined} />;
  if (provider.passwords || asked)
    return (
      <>
        <SignInForm email={email} onDone={onDone} />
        <Divider my="md" label={t("or")} />
        {button}
      </>
    );
  return (
    <div className={classes.form}>
      {button}
      <div>
        <Button variant="subtle" color="gray" fullWidth onClick={() => setAsked(true)}>
          {t("byPassword")}
        </Button>
        <p className={classes.hint}>{t("byPasswordHelp")}</p>
      </div>
    </div>
  );
}
