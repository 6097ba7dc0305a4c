import { Button } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { session } from "@/shared/api";
import { RowSkeletons, useLeave } from "@/shared/ui";
import { Front } from "./front";

const EnrolFactor = lazy(() => import("@/shared/ui/security/enrol-factor"));

/** All that somebody sees whose role asks for a second factor that he has not set up yet. */
export default function EnrolGate() {
  const { t } = useTranslation(["security", "common"]);
  const leave = useLeave();
  return (
    <Front
      page={t("gateTitle")}
      title={t("gateTitle")}
      lead={t("gateText")}
      foot={
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void leave()}>
          {t("common:signOut")}
        </Button>
      }
    >
      <Suspense fallback={<RowSkeletons />}>
        <EnrolFactor onDone={() => void session.again()} />
      </Suspense>
    </Front>
  );
}
