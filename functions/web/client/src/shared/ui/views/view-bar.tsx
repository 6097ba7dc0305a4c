import { Button, Menu, Tooltip } from "@mantine/core";
import { IconBookmarkPlus, IconChevronDown, IconUsers } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Views } from "./use-view-bar";
import { ViewGone } from "./view-gone";
import { ViewMenu } from "./view-menu";
import type { SavedView } from "./use-views";
import classes from "./views.module.css";

const ViewDialog = lazy(() => import("./view-dialog"));

interface ViewBarProps {
  views: Views;
  /** Shows every view, not only those that are pinned. */
  every?: boolean;
}

/** The kept views of a list above it; what is shown stands in the address, and a view is one such address. */
export function ViewBar({ views, every = false }: ViewBarProps) {
  const { t } = useTranslation("views");
  const { kept, current, changed, go, open, save, setAsked } = views;
  const { pinned } = kept;
  const tabs =
    kept.views?.filter(({ id }) => every || pinned.includes(id) || id === current?.id) ?? [];
  const others = kept.views?.filter((view) => !tabs.includes(view)) ?? [];
  if (!kept.views) return <div className={classes.bar} aria-hidden />;
  return (
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
            onOpen={() => open(view)}
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
                onClick={() => open(view)}
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
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => open(current)}>
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
  );
}

/** What a list's views have to say beside it: that one is gone, and how one is to be kept. */
export function ViewNotices({ views }: { views: Views }) {
  const { kind, search, current, go, asked, setAsked, submit } = views;
  if (!views.kept.views) return null;
  return (
    <>
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
