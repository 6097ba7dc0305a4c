import { IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useOnline } from "@/shared/lib";
import classes from "./shell.module.css";

export function OfflineBanner() {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={classes.offline}>
          <IconCloudOff size={16} aria-hidden />
          <span>
            <strong>{t("offlineTitle")}</strong> {t("offlineText")}
          </span>
        </p>
      )}
    </div>
  );
}
