import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardKind, usePerson } from "../../api";
import { useToasts } from "../toasts";
import { isAsKept, isBare, type ListSearch, toSearch, toState } from "./state";
import { type SavedView, useViews } from "./use-views";
import type { Sharing } from "./view-dialog";

const EMPTY: ListSearch = {
  saved: undefined,
  pipeline: undefined,
  stage: undefined,
  owner: undefined,
  sort: undefined,
  view: undefined,
  filter: undefined,
  columns: undefined,
};

/**
 * The kept views of a list, and the address of which each is one; `columns` are shown, in their order.
 *
 * `pipelineId` is shown, if the address names none too: another reader's first may be another.
 */
export function useViewBar(kind: CardKind, columns: readonly string[], pipelineId?: string) {
  const { t } = useTranslation("views");
  const { done, failed } = useToasts();
  const me = usePerson();
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const kept = useViews(kind);
  const [asked, setAsked] = useState<"new" | "rename" | null>(null);
  const go = (to: ListSearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...EMPTY, ...to }) });
  const open = (view: SavedView) => go(toSearch(view, me.id));
  const current = kept.views?.find(({ id }) => id === search.saved);
  useBeginning(kept, search, open);
  const state = toState({ ...search, pipeline: search.pipeline ?? pipelineId }, me.id, columns);
  const save = () =>
    current &&
    void kept
      .change(current.id, { state })
      .then(() => done(t("kept", { name: current.name })), failed);
  const submit = async (sharing: Sharing) => {
    try {
      if (asked === "rename" && current) await kept.change(current.id, sharing);
      else open(await kept.add({ kind, state, ...sharing }));
      setAsked(null);
      done(t("kept", { name: sharing.name }));
    } catch (error) {
      failed(error);
    }
  };
  return {
    kind,
    kept,
    search,
    current,
    /** Whether something is shown that no view keeps. */
    changed: current ? !isAsKept(search, current.state, me.id) : !isBare(search),
    go,
    open,
    save,
    asked,
    setAsked,
    submit,
  };
}

export type Views = ReturnType<typeof useViewBar>;

/** A bare address opens the reader's first view, and one that names a view alone shows what that keeps. */
function useBeginning(
  { views, first }: ReturnType<typeof useViews>,
  search: ListSearch,
  open: (view: SavedView) => void,
) {
  const begun = useRef(false);
  useEffect(() => {
    if (!views || begun.current) return;
    begun.current = true;
    const alone = search.saved !== undefined && isBare({ ...search, saved: undefined });
    const wanted = alone ? search.saved : isBare(search) ? first : undefined;
    const view = views.find(({ id }) => id === wanted);
    if (view) open(view);
  });
}
