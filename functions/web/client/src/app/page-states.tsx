import { Button } from "@mantine/core";
import { IconMapOff, IconRefresh, IconSparkles } from "@tabler/icons-react";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { session, toProblem } from "@/shared/api";
import { EmptyState, ErrorState, RowSkeletons } from "@/shared/ui";
import classes from "./page-states.module.css";

/** What browsers say when a part of the page is not where it was. */
const PART_GONE = /dynamically imported module|importing a module script|module script failed/i;

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = async () => {
    if (session.current().status === "unreachable") await session.restore();
    reset();
    await router.invalidate();
  };
  const partGone = PART_GONE.test(String(error));
  const offline = toProblem(error).offline || (partGone && !navigator.onLine);
  useOnceOnline(offline, () => void retry());
  if (partGone && !offline) return <PageUpdated />;
  return (
    <div className={classes.page}>
      <ErrorState error={error} onRetry={() => void retry()} />
    </div>
  );
}

/** Does it as soon as the browser has a connection again. */
function useOnceOnline(waiting: boolean, act: () => void): void {
  const onOnline = useEffectEvent(act);
  useEffect(() => {
    if (!waiting) return;
    const online = () => onOnline();
    addEventListener("online", online);
    return () => removeEventListener("online", online);
  }, [waiting]);
}

/** The page is of a version whose parts are no longer there. */
function PageUpdated() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconSparkles size={32} stroke={1.5} />}
      title={t("updatedTitle")}
      text={t("updatedText")}
      action={
        <Button leftSection={<IconRefresh size={16} />} onClick={() => location.reload()}>
          {t("reload")}
        </Button>
      }
    />
  );
}

export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <main className={classes.page}>
      <Link to="/" className={classes.home}>
        <img src="/icon.svg" width={24} height={24} alt="" /> {t("appName")}
      </Link>
      <EmptyState
        whole
        icon={<IconMapOff size={32} stroke={1.5} />}
        title={t("errorNotFoundTitle")}
        text={t("errorNotFound")}
        action={
          <Button component={Link} to="/">
            {t("errorHome")}
          </Button>
        }
      />
    </main>
  );
}

export function PagePending() {
  return <RowSkeletons />;
}
