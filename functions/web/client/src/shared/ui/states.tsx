import { Button, CopyButton, Skeleton } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconCopy,
  IconRefresh,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { toProblem } from "../api/problem";
import { useDelayed, useOnline } from "../lib";
import { useProblemText } from "./problem-text";
import classes from "./states.module.css";

interface EmptyStateProps {
  icon: ReactNode;
  /** What will be here. */
  title: string;
  /** Why it is empty. */
  text?: string;
  /** The one thing to do. */
  action?: ReactNode;
  /** Whether this is all that the page says. */
  whole?: boolean;
}

export function EmptyState({ icon, title, text, action, whole }: EmptyStateProps) {
  const Title = whole ? "h1" : "p";
  return (
    <div className={classes.state}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <Title className={classes.title}>{title}</Title>
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}

const ICON = { size: 32, stroke: 1.5 };

/** What happened, what was kept, what to do, and a code to quote where there is one. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const problem = toProblem(error);
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} aria-hidden>
        {problem.offline ? <IconCloudOff {...ICON} /> : <IconAlertTriangle {...ICON} />}
      </span>
      <p className={classes.title}>
        {problem.status === 404 ? t("errorNotFoundTitle") : t("errorTitle")}
      </p>
      <p className={classes.text}>
        {problem.status > 0 || problem.offline ? text(problem) : t("errorText")}
      </p>
      {problem.code && <ErrorCode code={problem.code} />}
      {onRetry && (
        <div className={classes.action}>
          <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
            {t("retry")}
          </Button>
        </div>
      )}
    </div>
  );
}

function ErrorCode({ code }: { code: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={code}>
      {({ copied, copy }) => (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={copy}
          aria-label={`${t("errorCode", { code })}. ${t("errorCopy")}`}
          rightSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        >
          {t("errorCode", { code })}
        </Button>
      )}
    </CopyButton>
  );
}

/** Grey lines in place of rows that are on their way; nothing at all for a short wait. */
export function RowSkeletons({ count = 8, height = 36 }: { count?: number; height?: number }) {
  const { t } = useTranslation();
  const shown = useDelayed(true);
  const online = useOnline();
  if (!shown) return null;
  // What was not read before cannot come now; it comes by itself once there is a connection.
  if (!online)
    return (
      <EmptyState
        icon={<IconCloudOff size={32} stroke={1.5} />}
        title={t("offlineNotRead")}
        text={t("offlineComes")}
      />
    );
  return (
    <div role="status" aria-label={t("loading")}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={classes.row} style={{ height }}>
          <Skeleton height={10} width={`${28 + ((index * 37) % 40)}%`} radius="xl" />
          <Skeleton height={10} width="12%" radius="xl" />
        </div>
      ))}
    </div>
  );
}
