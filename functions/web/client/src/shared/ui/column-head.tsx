import { type DragEvent, type ReactNode, useState } from "react";
import { ColumnEdge } from "./column-edge";
import { cellProps } from "./data-row";
import { ariaSort, type Column, nextSort, type Sorting } from "./list-columns";
import { SortMark } from "./list-options";
import type { ListColumns } from "./use-columns";
import classes from "./data-list.module.css";

/** What moves a list's columns, and makes them narrower and wider. */
export type Arranging = Pick<ListColumns, "move" | "resize">;

interface HeadCellsProps<T> {
  columns: readonly Column<T>[];
  sort: Sorting | undefined;
  arranging: Arranging | undefined;
}

/** The heads of a list's columns; all but the first can be dragged to where another one is. */
export function HeadCells<T>({ columns, sort, arranging }: HeadCellsProps<T>) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const drop = (at: number) => {
    const [from, to] = [columns[dragged ?? 0], columns[at]];
    if (arranging && from && to && dragged !== at) arranging.move(from.key, to.key);
  };
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const dragging = (at: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      // Some browsers drag nothing that carries nothing.
      event.dataTransfer.setData("text/plain", columns[at]?.header ?? "");
      setDragged(at);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(at);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      drop(at);
      end();
    },
    onDragEnd: end,
    "data-dragged": dragged === at || undefined,
    "data-over":
      dragged !== null && over === at && dragged !== at
        ? dragged < at
          ? "after"
          : "before"
        : undefined,
  });
  return columns.map((column, index) => (
    <th
      key={column.key}
      scope="col"
      style={{ width: column.width }}
      aria-sort={ariaSort(sort?.value, column.sort)}
      {...cellProps(column)}
      {...(arranging && index > 0 && dragging(index))}
    >
      <Header column={column} sort={sort} />
      {arranging && index > 0 && <ColumnEdge column={column} onResize={arranging.resize} />}
    </th>
  ));
}

function Header<T>({ column, sort }: { column: Column<T>; sort: Sorting | undefined }): ReactNode {
  if (!sort || column.sort === undefined) return column.header;
  return (
    <button
      type="button"
      className={classes.sort}
      onClick={() => sort.onChange(nextSort(sort.value, column))}
    >
      <span>{column.header}</span>
      <SortMark now={sort.value} name={column.sort} />
    </button>
  );
}
