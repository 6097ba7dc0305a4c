import { useLocalStorage } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/shared/api";
import { OfflineBanner, RowSkeletons } from "@/shared/ui";
import { PhoneBar } from "./phone-bar";
import { Rail } from "./rail";
import { TopBar } from "./top-bar";
import { useOutbox } from "./use-outbox";
import { useRememberCards } from "./use-recent-cards";
import { useShellKeys } from "./use-shell-keys";
import classes from "./shell.module.css";

const Dialogs = lazy(() => import("./dialogs"));
const EnrolGate = lazy(() => import("@/features/session/enrol-gate"));
const SessionDialog = lazy(() => import("@/features/session/session-dialog"));

/** The frame of every page of the company's people. */
export function Shell() {
  const state = useSession();
  if ("mustEnrol" in state && state.mustEnrol)
    return (
      <Suspense fallback={<RowSkeletons />}>
        <EnrolGate />
      </Suspense>
    );
  return <Frame />;
}

function Frame() {
  const { t } = useTranslation();
  const [narrow, setNarrow] = useLocalStorage({ key: "portal.rail", defaultValue: false });
  const dialogs = useShellKeys();
  const expired = useSession().status === "expired";
  useOutbox();
  useRememberCards();
  return (
    <div className={classes.shell} data-narrow={narrow || undefined}>
      <a className={classes.skip} href="#content">
        {t("skipToContent")}
      </a>
      <Rail narrow={narrow} onNarrow={setNarrow} />
      <TopBar onSearch={dialogs.search} onCreate={dialogs.create} onHelp={dialogs.help} />
      <main id="content" className={classes.content} tabIndex={-1}>
        <OfflineBanner />
        <Suspense fallback={<RowSkeletons />}>
          <Outlet />
        </Suspense>
      </main>
      <PhoneBar />
      <Suspense>
        {expired && <SessionDialog />}
        {dialogs.wanted && <Dialogs dialogs={dialogs} />}
      </Suspense>
    </div>
  );
}
