import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { keepFiles } from "./kept-files";

/** Says quietly that there is a new version, and leaves it to the reader when to take it. */
export function UpdateOffer() {
  const { t } = useTranslation();
  useEffect(() => {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    void keepFiles((takeOver) => {
      notifications.show({
        id: "new-version",
        title: t("newUpdate"),
        message: (
          <Button mt={8} size="compact-sm" variant="default" onClick={takeOver}>
            {t("reload")}
          </Button>
        ),
        autoClose: false,
        closeButtonProps: { "aria-label": t("close") },
      });
    }).catch(() => undefined);
    // Once for the life of the page, whatever language it comes to speak.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return null;
}
