import { ActionIcon, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconCalendarEvent,
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, type Deal, useCardTitles, usePipelineOf } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { CardLink, useToasts } from "@/shared/ui";
import { PlanDialog } from "./plan-dialog";
import { type Act, type Known, type Schedule, useRounds, useSchedule, useSteps } from "./queries";
import classes from "./rounds.module.css";

/** The maintenance rounds of a contract; of a round, which contract it belongs to. */
export function RoundsPanel({ deal }: { deal: Deal }) {
  const known = useSchedule(deal.id, deal.contract_id === null);
  const pipeline = usePipelineOf(deal);
  if (deal.contract_id) return <OfContract deal={deal} contractId={deal.contract_id} />;
  if (known?.schedule) return <Rounds deal={deal} known={known} schedule={known.schedule} />;
  if (known && pipeline?.round_months && deal.stage_kind !== "lost")
    return <NoRounds deal={deal} known={known} months={pipeline.round_months} />;
  return null;
}

function OfContract({ deal, contractId }: { deal: Deal; contractId: string }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const contract: CardRef = { kind: "deal", id: contractId };
  const titles = useCardTitles([contract]);
  return (
    <section className={classes.rounds} aria-label={t("rounds")}>
      <h3 className={classes.title}>{t("rounds")}</h3>
      <p className={classes.line}>
        {t("roundOf", { number: deal.round })}{" "}
        <CardLink card={contract} title={titles.get(cardText(contract))} />
      </p>
      {deal.due_on && (
        <p className={classes.line}>{t("roundDue", { day: formats.date(deal.due_on) })}</p>
      )}
    </section>
  );
}

function NoRounds({ deal, known, months }: { deal: Deal; known: Known; months: number }) {
  const { t } = useTranslation("card");
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <section className={classes.rounds} aria-label={t("rounds")}>
      <h3 className={classes.title}>{t("rounds")}</h3>
      <p className={classes.note}>{t("roundsNone", { months })}</p>
      <Button
        className={classes.begin}
        variant="default"
        size="xs"
        leftSection={<IconCalendarEvent size={16} />}
        onClick={open}
      >
        {t("roundsBegin")}
      </Button>
      {opened && <PlanDialog deal={deal} known={known} months={months} onClose={close} />}
    </section>
  );
}

interface RoundsProps {
  deal: Deal;
  known: Known;
  schedule: Schedule;
}

function Rounds({ deal, known, schedule }: RoundsProps) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const [editing, { open, close }] = useDisclosure(false);
  const until = schedule.until && formats.date(schedule.until);
  return (
    <section className={classes.rounds} aria-label={t("rounds")}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t("rounds")}</h3>
        <RoundsMenu deal={deal} tag={known.tag} schedule={schedule} onEdit={open} />
      </div>
      <p className={classes.line} data-state={schedule.state}>
        <NextRound schedule={schedule} />
      </p>
      <p className={classes.note}>
        {t("roundsEach", { months: schedule.months })}
        {until && `, ${t("roundsUntil", { day: until })}`}
      </p>
      <Opened deal={deal} />
      {editing && <PlanDialog deal={deal} known={known} months={schedule.months} onClose={close} />}
    </section>
  );
}

function NextRound({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const { state, number, total, next_on } = schedule;
  if (state === "ended" || !next_on) return t("roundsEnded", { count: number });
  const day = formats.date(next_on);
  if (state === "paused") return t("roundsPaused", { day });
  return total === null
    ? t("roundNext", { number: number + 1, day })
    : t("roundNextOf", { number: number + 1, total, day });
}

interface RoundsMenuProps {
  deal: Deal;
  tag: string | null;
  schedule: Schedule;
  onEdit: () => void;
}

const UNDOING: Record<Act, Act> = {
  pause: "resume",
  resume: "pause",
  skip: "unskip",
  unskip: "skip",
  end: "resume",
};

function RoundsMenu({ deal, tag, schedule, onEdit }: RoundsMenuProps) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const act = useSteps(deal.id);
  const does = (wanted: Act) =>
    act.mutate(
      { wanted, tag },
      {
        onSuccess: (now) =>
          toasts.done(t(`roundsDone_${wanted}`), () =>
            act.mutateAsync({ wanted: UNDOING[wanted], tag: now.tag }),
          ),
        onError: (error) => toasts.failed(error),
      },
    );
  const { state, number } = schedule;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className={classes.menu}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t("roundsMenu")}
          loading={act.isPending}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
          {t("roundsEdit")}
        </Menu.Item>
        {state !== "ended" && (
          <Menu.Item leftSection={<IconPlayerSkipForward size={16} />} onClick={() => does("skip")}>
            {t("roundsSkip", { number: number + 1 })}
          </Menu.Item>
        )}
        {state === "active" && (
          <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => does("pause")}>
            {t("roundsPause")}
          </Menu.Item>
        )}
        {state !== "active" && (
          <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={() => does("resume")}>
            {t("roundsResume")}
          </Menu.Item>
        )}
        {state !== "ended" && (
          <Menu.Item leftSection={<IconPlayerStop size={16} />} onClick={() => does("end")}>
            {t("roundsEnd")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Opened({ deal }: { deal: Deal }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const rounds = useRounds(deal.id);
  const known = rounds.data?.pages.flatMap(({ items }) => items) ?? [];
  const refs = known.flatMap(({ deal_id }): CardRef[] =>
    deal_id ? [{ kind: "deal", id: deal_id }] : [],
  );
  const titles = useCardTitles(refs);
  if (known.length === 0) return null;
  return (
    <>
      <ul className={classes.opened} aria-label={t("roundsOpened")}>
        {known.map(({ number, due_on, deal_id }) => (
          <li key={number}>
            <span>{t("roundLine", { number, day: formats.date(due_on) })}</span>
            {deal_id ? (
              <CardLink
                card={{ kind: "deal", id: deal_id }}
                title={titles.get(`deal:${deal_id}`)}
              />
            ) : (
              <span className={classes.skipped}>{t("roundSkipped")}</span>
            )}
          </li>
        ))}
      </ul>
      {rounds.hasNextPage && (
        <Button variant="subtle" size="compact-sm" onClick={() => void rounds.fetchNextPage()}>
          {t("historyMore")}
        </Button>
      )}
    </>
  );
}
