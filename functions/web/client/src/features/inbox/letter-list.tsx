import { Button, Kbd } from "@mantine/core";
import {
  IconAlertTriangle,
  IconArrowUpRight,
  IconFolder,
  IconMailCheck,
  IconMailForward,
  IconMailOff,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { cardText, useCardTitles } from "@/shared/api";
import { EmptyState, PageHeader, RowSkeletons, When } from "@/shared/ui";
import { FilesMark } from "@/shared/ui/letter";
import { FolderChoice } from "./folders/folder-choice";
import classes from "./inbox.module.css";
import { type ListedLetter, nameOf } from "./letters";
import { StateSwitch } from "./state-switch";
import type { Inbox } from "./use-inbox";

export function LetterList({ inbox }: { inbox: Inbox }) {
  const { t } = useTranslation("inbox");
  const { state, folder, query, letters, openId } = inbox;
  const mains = letters.flatMap(({ cards: [main] }) => (state === "linked" && main ? [main] : []));
  const titles = useCardTitles(mains);
  return (
    <section className={classes.list} aria-label={t("title")}>
      <header className={classes.top}>
        <PageHeader title={t("title")}>
          <StateSwitch state={folder ? null : state} />
        </PageHeader>
        <FolderChoice folder={folder} />
        {letters.length > 0 && (
          <p className={classes.keys}>
            <span>
              <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> {t("keysWalk")}
            </span>
            <span>
              <Kbd size="xs">U</Kbd> {t("keysUndo")}
            </span>
            <span>
              <Kbd size="xs">E</Kbd> {t("keysFiles")}
            </span>
          </p>
        )}
      </header>
      {query.isPending && <RowSkeletons height={60} />}
      {query.data && letters.length === 0 && !query.isFetching && (
        <Nothing state={state} folder={folder} />
      )}
      {letters.length > 0 && (
        <ul className={classes.letters}>
          {letters.map((letter) => (
            <Line
              key={letter.id}
              letter={letter}
              current={letter.id === openId}
              card={state === "linked" ? titleOf(letter, titles) : undefined}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          m="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function Nothing({ state, folder }: Pick<Inbox, "state" | "folder">) {
  const { t } = useTranslation(["inbox", "rules"]);
  if (folder)
    return (
      <EmptyState
        icon={<IconFolder size={32} stroke={1.5} />}
        title={t("rules:folderEmpty")}
        text={t("rules:folderEmptyText")}
      />
    );
  if (state === "aside")
    return (
      <EmptyState
        icon={<IconMailOff size={32} stroke={1.5} />}
        title={t("noneAsideTitle")}
        text={t("noneAsideText")}
      />
    );
  return state === "linked" ? (
    <EmptyState
      icon={<IconMailForward size={32} stroke={1.5} />}
      title={t("noneLinkedTitle")}
      text={t("noneLinkedText")}
    />
  ) : (
    <EmptyState
      icon={<IconMailCheck size={32} stroke={1.5} />}
      title={t("emptyTitle")}
      text={t("emptyText")}
    />
  );
}

interface LineProps {
  letter: ListedLetter;
  current: boolean;
  /** On which card it stands. */
  card?: string;
}

function Line({ letter, current, card }: LineProps) {
  const { t } = useTranslation("inbox");
  const line = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const ours = letter.direction === "outbound";
  const people = ours ? letter.to.map(nameOf).join(", ") : nameOf(letter.from);
  return (
    <li>
      <Link
        ref={line}
        to="/inbox/$letterId"
        params={{ letterId: letter.id }}
        search={true}
        resetScroll={false}
        className={classes.line}
        data-current={current || undefined}
        aria-current={current ? "true" : undefined}
      >
        <span className={classes.from}>
          {ours && <IconArrowUpRight size={14} aria-label={t("ours")} />}
          {people || t("nobody")}
        </span>
        <span className={classes.at}>
          <FilesMark count={letter.attachment_count} />
          <When at={letter.at} />
        </span>
        <span className={classes.subject}>
          {letter.problem && (
            <IconAlertTriangle className={classes.broken} size={14} aria-label={t("unreadable")} />
          )}
          {letter.subject || letter.snippet || t("noSubject")}
        </span>
        <span className={classes.snippet}>{card ? t("on", { title: card }) : letter.snippet}</span>
      </Link>
    </li>
  );
}

function titleOf({ cards: [main] }: ListedLetter, titles: ReadonlyMap<string, string>) {
  return main && titles.get(cardText(main));
}
