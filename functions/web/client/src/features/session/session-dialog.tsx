import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { session, useSession } from "@/shared/api";
import { SignInForm } from "./sign-in-form";
import classes from "./session.module.css";

/** Asks for the password above a page whose session has ended; the page below stays as it is. */
export default function SessionDialog() {
  const { t } = useTranslation("session");
  const state = useSession();
  if (state.status !== "expired") return null;
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t("expiredTitle")}
      centered
    >
      <p className={classes.lead}>{t("expiredText")}</p>
      <p className={classes.who}>{state.person.name}</p>
      <SignInForm email={state.person.email} onDone={() => undefined} />
      <Button
        mt="sm"
        variant="subtle"
        color="gray"
        fullWidth
        onClick={() => {
          session.leave();
          globalThis.location.assign("/sign-in");
        }}
      >
        {t("other")}
      </Button>
    </Modal>
  );
}
