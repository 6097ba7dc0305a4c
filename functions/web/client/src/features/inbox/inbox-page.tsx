import { Button, Kbd } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconMailCheck } from "@tabler/icons-react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { commandKey, isTyping } from "@/shared/lib";
import { EmptyState, ErrorState, PageHeader, RowSkeletons, useToasts, When } from "@/shared/ui";
import { ChooseCard } from "./choose-card";
import classes from "./inbox.module.css";
import { LetterPane, type Put } from "./letter-pane";
import {
  nameOf,
  neighbourOf,
  type UnlinkedLetter,
  useLetter,
  useLinking,
  useUnlinked,
} from "./queries";

/** Letters on no card: each is read beside the cards it may belong to, and put there by one key. */
export function InboxPage() {
  const { t } = useTranslation("inbox");
  const { letterId } = useParams({ strict: false });
  const wide = useMediaQuery("(min-width: 900px)", true);
  const navigate = useNavigate();
  const toasts = useToasts();
  const linking = useLinking();
  const query = useUnlinked();
  const letters = query.data?.pages.flatMap((page) => page.items) ?? [];
  const openId = letterId ?? (wide ? letters[0]?.id : undefined);
  const open = (id: string | undefined) =>
    void (id
      ? navigate({ to: "/inbox/$letterId", params: { letterId: id }, replace: true })
      : navigate({ to: "/inbox", replace: true }));
  const put: Put = (letter, to, title) => {
    if (linking.isPending) return;
    open(neighbourOf(letters, letter.id) ?? neighbourOf(letters, letter.id, -1));
    linking.mutate(
      { letter, to },
      {
        onSuccess: () => toasts.done(t("linked", { title }), () => open(letter.id), t("another")),
        onError: (error) => {
          toasts.failed(error);
          open(letter.id);
        },
      },
    );
  };
  if (query.isPending) return <RowSkeletons height={60} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={classes.page} data-open={letterId !== undefined || undefined}>
      <section className={classes.list} aria-label={t("title")}>
        <PageHeader title={t("title")} />
        {letters.length === 0 ? (
          <EmptyState
            icon={<IconMailCheck size={32} stroke={1.5} />}
            title={t("emptyTitle")}
            text={t("emptyText")}
          />
        ) : (
          <>
            <p className={classes.keys}>
              <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> {t("keysWalk")} <Kbd size="xs">1</Kbd>…
              <Kbd size="xs">9</Kbd> {t("keysLink")}
            </p>
            <ul className={classes.letters}>
              {letters.map((letter) => (
                <LetterLine key={letter.id} letter={letter} current={letter.id === openId} />
              ))}
            </ul>
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
          </>
        )}
      </section>
      {openId && <Reading key={openId} id={openId} letters={letters} onOpen={open} onPut={put} />}
    </div>
  );
}

function LetterLine({ letter, current }: { letter: UnlinkedLetter; current: boolean }) {
  return (
    <li>
      <Link
        to="/inbox/$letterId"
        params={{ letterId: letter.id }}
        className={classes.line}
        data-current={current || undefined}
        aria-current={current ? "true" : undefined}
      >
        <span className={classes.from}>{nameOf(letter.from)}</span>
        <span className={classes.at}>
          <When at={letter.at} />
        </span>
        <span className={classes.subject}>{letter.subject || letter.snippet}</span>
        <span className={classes.snippet}>{letter.snippet}</span>
      </Link>
    </li>
  );
}

interface ReadingProps {
  id: string;
  letters: readonly UnlinkedLetter[];
  onOpen: (id: string | undefined) => void;
  onPut: Put;
}

function Reading({ id, letters, onOpen, onPut }: ReadingProps) {
  const [choosing, setChoosing] = useState(false);
  const query = useLetter(id);
  // What the list knows is there at once; the rest of the letter follows.
  const letter = letters.find((each) => each.id === id) ?? query.data;

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event) || document.querySelector("[role=dialog]")) return;
    const key = event.code === "Slash" ? "/" : commandKey(event);
    const step = key === "j" ? 1 : key === "k" ? -1 : null;
    const suggestion = key && /^[1-9]$/.test(key) ? letter?.suggestions[Number(key) - 1] : null;
    if (step) onOpen(neighbourOf(letters, id, step) ?? id);
    else if (letter && suggestion) onPut(letter, suggestion.card, suggestion.title);
    else if (letter && key === "l") onPut(letter, "lead", nameOf(letter.from));
    else if (letter && key === "c") onPut(letter, "contact", nameOf(letter.from));
    else if (letter && key === "/") setChoosing(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => onKey(event);
    // Before the shell hears it: here these letters mean what is done with a letter.
    addEventListener("keydown", heard, { capture: true });
    return () => removeEventListener("keydown", heard, { capture: true });
  }, []);
  return (
    <>
      <LetterPane
        letter={letter}
        full={query.data}
        error={query.error}
        onRetry={() => void query.refetch()}
        onPut={onPut}
        onChoose={() => setChoosing(true)}
      />
      {choosing && letter && (
        <ChooseCard
          onChoose={({ card, title }) => onPut(letter, card, title)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
