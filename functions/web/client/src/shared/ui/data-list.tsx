import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { commandKey, isTyping } from "../lib";
import { RowSkeletons } from "./states";
import classes from "./data-list.module.css";

export interface Column<T> {
  key: string;
  header: string;
  render: (row: T) => ReactNode;
  /** Numbers and money stand at the right, in figures of one width. */
  numeric?: boolean;
  /** In CSS; the first column takes what is left. */
  width?: string;
  /** Left out on narrower lists: under 640 px, or under 960 px. */
  hideBelow?: 640 | 960;
}

interface DataListProps<T> {
  label: string;
  rows: readonly T[];
  /** The first column is the link to the row's page. */
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  /** The path of the row's page. */
  href: (row: T) => string;
  /** The name of a row, for those who hear it. */
  rowLabel: (row: T) => string;
  /** The row whose page stands beside the list. */
  currentKey?: string;
  loading?: boolean;
  empty?: ReactNode;
  onMore?: () => void;
  loadingMore?: boolean;
  /** What can be done with the selected rows; without it rows are not selected. */
  bulk?: (selected: readonly T[], clear: () => void) => ReactNode;
}

/**
 * The portal's table: sticky head, j/k to walk, Enter to open, x to select, Shift for a range.
 * Walking moves the focus from link to link, so that what is read aloud is where one is.
 */
export function DataList<T>(props: DataListProps<T>) {
  const { rows, columns, rowKey, loading = false, empty, bulk } = props;
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const selection = useSelection(rows.map(rowKey));
  if (loading) return <RowSkeletons />;
  if (rows.length === 0) return <>{empty}</>;

  const walk = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    const key = commandKey(event);
    const links = [...(body.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
    const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
    const next = key === "j" || key === "ArrowDown" ? 1 : key === "k" || key === "ArrowUp" ? -1 : 0;
    if (next !== 0) {
      event.preventDefault();
      links[Math.min(Math.max(at + next, 0), links.length - 1)]?.focus();
    }
    const row = rows[at];
    if (key === "x" && bulk && row) selection.toggle(rowKey(row), event.shiftKey);
  };

  const chosen = rows.filter((row) => selection.keys.has(rowKey(row)));
  return (
    // The keys are a shortcut to what the links and boxes do by themselves.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.scroller} onKeyDown={walk}>
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            {bulk && (
              <th className={classes.box} scope="col">
                <Checkbox
                  size="xs"
                  aria-label={t("selectAll")}
                  checked={chosen.length === rows.length}
                  indeterminate={chosen.length > 0 && chosen.length < rows.length}
                  onChange={() =>
                    selection.set(chosen.length === rows.length ? [] : rows.map(rowKey))
                  }
                />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width }}
                {...cellProps(column)}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} list={props} selection={bulk ? selection : null} />
          ))}
        </tbody>
      </table>
      {props.onMore && (
        <div className={classes.more}>
          <Button variant="default" loading={props.loadingMore} onClick={props.onMore}>
            {t("showMore")}
          </Button>
        </div>
      )}
      {bulk && chosen.length > 0 && (
        <div
          className={classes.bulk}
          role="toolbar"
          aria-label={t("selected", { count: chosen.length })}
        >
          <span className="tabular">{t("selected", { count: chosen.length })}</span>
          {bulk(chosen, () => selection.set([]))}
          <Button variant="subtle" color="gray" onClick={() => selection.set([])}>
            {t("clear")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RowProps<T> {
  row: T;
  list: DataListProps<T>;
  selection: Selection | null;
}

function Row<T>({ row, list, selection }: RowProps<T>) {
  const { t } = useTranslation();
  const key = list.rowKey(row);
  const selected = selection?.keys.has(key) ?? false;
  return (
    <tr
      className={classes.row}
      data-selected={selected || undefined}
      data-current={key === list.currentKey || undefined}
    >
      {selection && (
        <td className={classes.box}>
          <Checkbox
            size="xs"
            aria-label={`${t("select")}: ${list.rowLabel(row)}`}
            checked={selected}
            onChange={() => undefined}
            onClick={(event: MouseEvent) => selection.toggle(key, event.shiftKey)}
          />
        </td>
      )}
      {list.columns.map((column, index) => (
        <td key={column.key} {...cellProps(column)}>
          {index === 0 ? (
            <Link
              to={list.href(row)}
              search={(before: object) => before}
              className={classes.link}
              data-row-link
              aria-current={key === list.currentKey ? "true" : undefined}
            >
              {column.render(row)}
            </Link>
          ) : (
            column.render(row)
          )}
        </td>
      ))}
    </tr>
  );
}

function cellProps<T>(column: Column<T>) {
  return {
    "data-numeric": column.numeric || undefined,
    "data-hide-below": column.hideBelow,
  };
}

interface Selection {
  keys: ReadonlySet<string>;
  /** With `range`, everything from the last one toggled. */
  toggle: (key: string, range: boolean) => void;
  set: (keys: readonly string[]) => void;
}

function useSelection(all: readonly string[]): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const toggle = (key: string, range: boolean) => {
    const [from, to] = [all.indexOf(last.current ?? key), all.indexOf(key)];
    const touched =
      range && from >= 0 ? all.slice(Math.min(from, to), Math.max(from, to) + 1) : [key];
    const next = new Set(keys);
    for (const one of touched)
      if (keys.has(key)) next.delete(one);
      else next.add(one);
    last.current = key;
    setKeys(next);
  };
  return { keys, toggle, set: (chosen) => setKeys(new Set(chosen)) };
}
