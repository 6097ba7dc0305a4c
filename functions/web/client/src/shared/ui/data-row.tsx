import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "./list-columns";
import type { Selection } from "./use-selection";
import classes from "./data-list.module.css";

export interface RowsOf<T> {
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  /** The path of the row's page. */
  href: (row: T) => string;
  /** The name of a row, for those who hear it, and for those to whom it is cut short. */
  rowLabel: (row: T) => string;
  /** The row whose page stands beside the list. */
  currentKey?: string;
  /** What can be done with one row, at its end. */
  rowAction?: (row: T) => ReactNode;
}

interface RowProps<T> {
  row: T;
  list: RowsOf<T>;
  selection: Selection | null;
}

export function DataRow<T>({ row, list, selection }: RowProps<T>) {
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
              title={list.rowLabel(row)}
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
      {list.rowAction && <td className={classes.action}>{list.rowAction(row)}</td>}
    </tr>
  );
}

export function cellProps<T>(column: Column<T>) {
  return {
    "data-numeric": column.numeric || undefined,
    "data-hide-below": column.hideBelow,
    "data-phone": column.phone,
  };
}
