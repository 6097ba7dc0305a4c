import { Button } from "@mantine/core";
import { IconBriefcase2, IconPlus } from "@tabler/icons-react";
import { Outlet, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "@/shared/lib";
import { EmptyState, PageBody, PageHeader, RowSkeletons, Split } from "@/shared/ui";
import { BesideList, DealList, DealListOptions } from "./deal-list";
import { DealMenu } from "./deal-menu";
import { DealTools } from "./deal-tools";
import { useDealFilter } from "./filter";
import { PickButton } from "./selecting/pick-button";

const Board = lazy(() => import("./board"));
const CreateDeal = lazy(() => import("./create-deal"));

export function DealsPage() {
  const { cardId } = useParams({ strict: false });
  return (
    <Split
      full={<Deals />}
      beside={<BesideList currentId={cardId} />}
      side={cardId ? <Outlet /> : null}
    />
  );
}

function Deals() {
  const { t } = useTranslation("deals");
  const { filter, pipelines } = useDealFilter();
  const [creating, setCreating] = useState(false);
  const [picking, setPicking] = useState(false);
  const phone = usePhone();
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {filter.view === "list" && !phone && <DealListOptions />}
            {filter.view === "board" && <PickButton picking={picking} onChange={setPicking} />}
            <DealMenu />
            <Button
              size="xs"
              leftSection={<IconPlus size={16} />}
              onClick={() => setCreating(true)}
            >
              {t("newDeal")}
            </Button>
          </>
        }
      >
        <DealTools />
      </PageHeader>
      {!pipelines ? (
        <RowSkeletons />
      ) : pipelines.length === 0 ? (
        <EmptyState
          icon={<IconBriefcase2 size={32} stroke={1.5} />}
          title={t("noPipelines")}
          text={t("noPipelinesText")}
        />
      ) : filter.view === "board" ? (
        <Suspense fallback={<RowSkeletons />}>
          <Board key={filter.pipeline?.id} picking={picking} onPicked={() => setPicking(false)} />
        </Suspense>
      ) : (
        <PageBody>
          <DealList onCreate={() => setCreating(true)} />
        </PageBody>
      )}
      <Suspense>{creating && <CreateDeal onClose={() => setCreating(false)} />}</Suspense>
    </>
  );
}
