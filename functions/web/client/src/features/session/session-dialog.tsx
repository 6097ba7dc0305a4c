import { Button, Modal } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { session, useSession } from "@/shared/api";
import { WaysIn } from "./ways-in";
import classes from "./session.module.css";

/** Asks for the password above a page whose session has ended; the page below stays as it is. */
export default function SessionDialog() {
  const { t } = useTranslation("session");
  const state = useSession();
  useReturn(state.status === "expired" ? state.person.id : null);
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
      <WaysIn email={state.person.email} onDone={() => undefined} />
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

/** Whoever has signed in again in another tab, as by the company's own provider, goes on when he is back here. */
function useReturn(personId: string | null): void {
  useEffect(() => {
    if (personId === null) return;
    const back = async () => {
      await session.again();
      const now = session.current();
      // What is on the page is another's.
      if (now.status === "in" && now.person.id !== personId) globalThis.location.assign("/");
    };
    const onFocus = () => void back();
    globalThis.addEventListener("focus", onFocus);
    return () => globalThis.removeEventListener("focus", onFocus);
  }, [personId]);
}
