import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import classes from "./mail-health.module.css";

/** How a list of letters is asked for, page by page. */
export const BY_PAGES = {
  pageParamName: "cursor",
  // The library asks for page 0 when there is none.
  initialPageParam: null,
  getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
};

interface Pages<L> {
  data?: { pages: { items: L[] }[] };
  error: unknown;
  isPending: boolean;
  isError: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

interface LetterPagesProps<L> {
  title: string;
  about?: string;
  /** What is said where there are no letters. */
  none: string | null;
  list: Pages<L>;
  line: (letter: L) => ReactNode;
}

/** Letters that want a second look, with the way to more of them. */
export function LetterPages<L>({ title, about, none, list, line }: LetterPagesProps<L>) {
  const { t } = useTranslation("health");
  const letters = list.data?.pages.flatMap((page) => page.items);
  return (
    <section className={classes.failed} aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      {about && <p className={classes.text}>{about}</p>}
      {list.isPending && <RowSkeletons />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {letters?.length === 0 && none && <p className={classes.text}>{none}</p>}
      <ul className={classes.list}>{letters?.map(line)}</ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </section>
  );
}
