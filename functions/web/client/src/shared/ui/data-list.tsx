import { Button, Checkbox } from "@mantine/core";
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from "react";
import { useTranslation } from "react-i18next";
import { commandKey, isTyping } from "../lib";
import { BulkBar } from "./bulk-bar";
import { type Arranging, HeadCells } from "./column-head";
import { DataRow, type RowsOf } from "./data-row";
import { leastWidth, type Sorting } from "./list-columns";
import { RowSkeletons } from "./states";
import { type Selection, useSelection } from "./use-selection";
import classes from "./data-list.module.css";

interface DataListProps<T> extends RowsOf<T> {
  label: string;
  rows: readonly T[];
  loading?: boolean;
  empty?: ReactNode;
  onMore?: () => void;
  loadingMore?: boolean;
  sort?: Sorting;
  /** Lets the reader move the columns and say how wide they are. */
  arranging?: Arranging;
  /** What can be done with the selected rows; without it rows are not selected. */
  bulk?: (selected: readonly T[], clear: () => void) => ReactNode;
}

/**
 * The portal's table: sticky head, j/k to walk, Enter to open, x to select, Shift for a range.
 * Walking moves the focus from link to link, so that what is read aloud is where one is.
 */
export function DataList<T>(props: DataListProps<T>) {
  const { rows, rowKey, loading = false, empty, bulk } = props;
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const selection = useSelection(rows.map(rowKey));
  const walk = (event: WalkKey) => {
    const step = stepOf(event);
    const links = [...(body.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
    const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
    if (step !== 0) {
      event.preventDefault();
      links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
    }
    const row = rows[at];
    if (!bulk || isTyping(event)) return;
    if (commandKey(event) === "x" && row) selection.toggle(rowKey(row), event.shiftKey);
    if (event.key === "Escape") selection.set([]);
  };
  useKeysFromNowhere(walk);
  const present = rows.some((row) => rowKey(row) === props.currentKey);
  useEffect(() => {
    if (present)
      body.current?.querySelector("[data-current]")?.scrollIntoView({ block: "nearest" });
  }, [props.currentKey, present]);
  if (loading) return <RowSkeletons />;
  if (rows.length === 0) return <>{empty}</>;
  const chosen = rows.filter((row) => selection.keys.has(rowKey(row)));
  return (
    <>
      {/* The keys are a shortcut to what the links and boxes do by themselves. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={classes.scroller} onKeyDown={walk}>
        <table
          className={classes.table}
          style={{ "--least": `${leastWidth(props.columns)}px` } as CSSProperties}
          aria-label={props.label}
        >
          <Head list={props} chosen={chosen.length} selection={bulk ? selection : null} />
          <tbody ref={body}>
            {rows.map((row) => (
              <DataRow
                key={rowKey(row)}
                row={row}
                list={props}
                selection={bulk ? selection : null}
              />
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
      </div>
      {bulk && chosen.length > 0 && (
        <BulkBar count={chosen.length} onClear={() => selection.set([])}>
          {bulk(chosen, () => selection.set([]))}
        </BulkBar>
      )}
    </>
  );
}

interface HeadProps<T> {
  list: DataListProps<T>;
  chosen: number;
  selection: Selection | null;
}

function Head<T>({ list, chosen, selection }: HeadProps<T>) {
  const { t } = useTranslation();
  const all = list.rows.length;
  return (
    <thead>
      <tr>
        {selection && (
          <th className={classes.box} scope="col">
            <Checkbox
              size="xs"
              aria-label={t("selectAll")}
              checked={chosen === all}
              indeterminate={chosen > 0 && chosen < all}
              onChange={() => selection.set(chosen === all ? [] : list.rows.map(list.rowKey))}
            />
          </th>
        )}
        <HeadCells columns={list.columns} sort={list.sort} arranging={list.arranging} />
        {list.rowAction && <th className={classes.action} aria-label={t("actions")} />}
      </tr>
    </thead>
  );
}

type WalkKey = KeyboardEvent | globalThis.KeyboardEvent;

function stepOf(event: WalkKey): number {
  if (isTyping(event)) return 0;
  const key = commandKey(event);
  if (key === "j" || key === "ArrowDown") return 1;
  return key === "k" || key === "ArrowUp" ? -1 : 0;
}

/** Lets j and k begin with the first row while nothing on the page has the focus. */
function useKeysFromNowhere(walk: (event: WalkKey) => void): void {
  const latest: RefObject<typeof walk> = useRef(walk);
  useEffect(() => {
    latest.current = walk;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const nowhere = document.activeElement === document.body;
      if (nowhere && !event.key.startsWith("Arrow") && stepOf(event) !== 0) latest.current(event);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
