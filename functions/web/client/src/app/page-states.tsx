import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { session } from "@/shared/api";
import { EmptyState, ErrorState, RowSkeletons } from "@/shared/ui";

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = async () => {
    if (session.current().status === "unreachable") await session.restore();
    reset();
    await router.invalidate();
  };
  return <ErrorState error={error} onRetry={() => void retry()} />;
}

export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState
        whole
        icon={<IconMapOff size={32} stroke={1.5} />}
        title={t("errorNotFoundTitle")}
        text={t("errorNotFound")}
        action={
          <Button component={Link} to="/" variant="default">
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
