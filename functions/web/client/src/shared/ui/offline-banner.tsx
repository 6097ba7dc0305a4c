import { IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useOnline } from "../lib";
import classes from "./offline-banner.module.css";

/** Says calmly that there is no connection, and what that means here. */
export function OfflineBanner({ text }: { text?: string }) {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={classes.offline}>
          <IconCloudOff size={16} aria-hidden />
          <span>
            <strong>{t("offlineTitle")}</strong> {text ?? t("offlineText")}
          </span>
        </p>
      )}
    </div>
  );
}
