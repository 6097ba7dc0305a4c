import { ActionIcon, Button, Checkbox, Popover, Tooltip } from "@mantine/core";
import {
  IconAdjustmentsHorizontal,
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronUp,
} from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { nextSort, type Sorting } from "./list-columns";
import classes from "./list-options.module.css";
import type { ListColumns } from "./use-columns";

interface ListOptionsProps {
  columns: ListColumns;
  sort?: Sorting;
}

/** By what a list is sorted, which columns it has, and in which order. */
export function ListOptions({ columns, sort }: ListOptionsProps) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Tooltip label={t("listOptions")}>
          <ActionIcon variant="default" size={30} aria-label={t("listOptions")}>
            <IconAdjustmentsHorizontal size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t("listOptions")}>
        {sort && <Sorts columns={columns} sort={sort} />}
        <h3 className={classes.title}>{t("columns")}</h3>
        <Columns columns={columns} />
        <Button size="xs" variant="subtle" color="gray" onClick={columns.reset}>
          {t("columnsReset")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function Sorts({ columns, sort }: { columns: ListColumns; sort: Sorting }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className={classes.title}>{t("sortBy")}</h3>
      {columns.all
        .filter((column) => column.sort !== undefined)
        .map((column) => (
          <button
            key={column.key}
            type="button"
            className={classes.sort}
            aria-pressed={sort.value.replace("-", "") === column.sort}
            onClick={() => sort.onChange(nextSort(sort.value, column))}
          >
            {column.header}
            <SortMark now={sort.value} name={column.sort} />
          </button>
        ))}
    </>
  );
}

function Columns({ columns: { all, shown, hidden, toggle, move } }: { columns: ListColumns }) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const places = shown.slice(1).map(({ key }) => key);
  /** The button that was pressed last: its line goes elsewhere, and the focus goes with it. */
  const [pressed, setPressed] = useState<{ key: string; by: 1 | -1; to: number } | null>(null);
  useEffect(() => {
    if (pressed) focusOn(list.current, pressed.key, pressed.by);
  }, [pressed]);
  const step = (key: string, by: 1 | -1) => {
    const to = places.indexOf(key) + by;
    const target = places[to];
    if (target === undefined) return;
    move(key, target);
    setPressed({ key, by, to });
  };
  const told = pressed && all.find(({ key }) => key === pressed.key);
  return (
    <>
      <ul ref={list} className={classes.columns}>
        {all.slice(1).map(({ key, header }) => (
          <li key={key} data-column={key}>
            <Checkbox
              size="xs"
              label={header}
              checked={!hidden.includes(key)}
              onChange={() => toggle(key)}
            />
            {([-1, 1] as const).map((by) => (
              <ActionIcon
                key={by}
                variant="subtle"
                color="gray"
                size={26}
                data-by={by}
                aria-label={t(by < 0 ? "columnEarlier" : "columnLater", { name: header })}
                disabled={!places.includes(key) || places[places.indexOf(key) + by] === undefined}
                onClick={() => step(key, by)}
              >
                {by < 0 ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
              </ActionIcon>
            ))}
          </li>
        ))}
      </ul>
      <p className={classes.told} role="status">
        {told &&
          t("columnMoved", { name: told.header, place: pressed.to + 1, count: places.length })}
      </p>
    </>
  );
}

/** The same button of a column that has moved, or the other one where that can move it no further. */
function focusOn(list: HTMLElement | null, key: string, by: 1 | -1): void {
  const line = list?.querySelector(`[data-column="${CSS.escape(key)}"]`);
  const buttons = [by, -by].map((each) =>
    line?.querySelector<HTMLButtonElement>(`[data-by="${each}"]`),
  );
  buttons.find((button) => button && !button.disabled)?.focus();
}

/** An arrow beside the column by which a list is sorted. */
export function SortMark({ now, name }: { now: string; name: string | undefined }) {
  if (now === name) return <IconArrowUp size={14} aria-hidden />;
  return now === `-${name ?? ""}` ? <IconArrowDown size={14} aria-hidden /> : null;
}
