import { Button, Menu, Tooltip } from "@mantine/core";
import { IconBookmarkPlus, IconChevronDown, IconUsers } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardKind, usePerson } from "../../api";
import { useToasts } from "../toasts";
import { isAsKept, isBare, type ListSearch, toSearch, toState } from "./state";
import type { Sharing } from "./view-dialog";
import { ViewGone } from "./view-gone";
import { ViewMenu } from "./view-menu";
import { type SavedView, useViews } from "./use-views";
import classes from "./views.module.css";

const ViewDialog = lazy(() => import("./view-dialog"));

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

interface ViewBarProps {
  kind: CardKind;
  /** The keys of the columns that are shown, in their order. */
  columns: readonly string[];
  /** The pipeline that is shown, if the address names none too: another reader's first may be another. */
  pipelineId?: string;
}

/** The kept views of a list above it; what is shown stands in the address, and a view is one such address. */
export function ViewBar({ kind, columns, pipelineId }: ViewBarProps) {
  const { t } = useTranslation("views");
  const { done, failed } = useToasts();
  const me = usePerson();
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const kept = useViews(kind);
  const [asked, setAsked] = useState<"new" | "rename" | null>(null);
  const go = (to: ListSearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...EMPTY, ...to }) });
  const current = kept.views?.find(({ id }) => id === search.saved);
  useBeginning(kept, search, (view) => go(toSearch(view, me.id)));
  const changed = current ? !isAsKept(search, current.state, me.id) : !isBare(search);
  const state = toState({ ...search, pipeline: search.pipeline ?? pipelineId }, me.id, columns);
  const tabs = kept.views?.filter(({ id }) => kept.pinned.includes(id) || id === current?.id) ?? [];
  const others = kept.views?.filter((view) => !tabs.includes(view)) ?? [];
  const save = () =>
    current &&
    void kept
      .change(current.id, { state })
      .then(() => done(t("kept", { name: current.name })), failed);
  const submit = async (sharing: Sharing) => {
    try {
      if (asked === "rename" && current) await kept.change(current.id, sharing);
      else go(toSearch(await kept.add({ kind, state, ...sharing }), me.id));
      setAsked(null);
      done(t("kept", { name: sharing.name }));
    } catch (error) {
      failed(error);
    }
  };
  if (!kept.views) return <div className={classes.bar} aria-hidden />;
  return (
    <>
      <nav className={classes.bar} aria-label={t("views")}>
        <Tab active={!current} label={t("all")} onOpen={() => go({})} />
        {tabs.map((view) => (
          <span key={view.id} className={classes.tab} data-active={view === current || undefined}>
            <Tab
              active={view === current}
              label={view.name}
              note={
                !isShared(view)
                  ? undefined
                  : view.mine
                    ? t("mine")
                    : t("of", { name: view.maker_name })
              }
              onOpen={() => go(toSearch(view, me.id))}
            />
            {view === current && (
              <ViewMenu
                view={view}
                kept={kept}
                onRename={() => setAsked("rename")}
                onGone={() => go({})}
              />
            )}
          </span>
        ))}
        {others.length > 0 && (
          <Menu position="bottom-start" width={280}>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                {t("more")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
              {others.map((view) => (
                <Menu.Item
                  key={view.id}
                  leftSection={isShared(view) ? <IconUsers size={14} aria-hidden /> : undefined}
                  onClick={() => go(toSearch(view, me.id))}
                >
                  {view.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {changed && current && <span className={classes.changed}>{t("changed")}</span>}
        {changed && current?.mine && (
          <Button size="compact-sm" variant="light" onClick={save}>
            {t("saveChanges")}
          </Button>
        )}
        {changed && current && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => go(toSearch(current, me.id))}
          >
            {t("reset")}
          </Button>
        )}
        {changed && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconBookmarkPlus size={14} aria-hidden />}
            onClick={() => setAsked("new")}
          >
            {current ? t("saveNew") : t("saveAs")}
          </Button>
        )}
      </nav>
      <ViewGone kind={kind} search={search} known={current !== undefined} onChange={go} />
      <Suspense>
        {asked && (
          <ViewDialog
            view={asked === "rename" ? current : undefined}
            onSubmit={submit}
            onClose={() => setAsked(null)}
          />
        )}
      </Suspense>
    </>
  );
}

interface TabProps {
  active: boolean;
  label: string;
  note?: string;
  onOpen: () => void;
}

function Tab({ active, label, note, onOpen }: TabProps) {
  return (
    <Tooltip label={note} disabled={!note}>
      <button
        type="button"
        className={classes.face}
        data-active={active || undefined}
        aria-current={active ? "page" : undefined}
        onClick={onOpen}
      >
        {note && <IconUsers size={14} aria-hidden />}
        {label}
      </button>
    </Tooltip>
  );
}

function isShared({ everybody, department_ids }: SavedView): boolean {
  return everybody || department_ids.length > 0;
}

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
