import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { NARROWEST, WIDEST } from "./arrangement";
import type { Column } from "./list-columns";
import classes from "./column-edge.module.css";

const STEP = 16;

interface ColumnEdgeProps<T> {
  column: Column<T>;
  onResize: (key: string, width: number | null) => void;
}

/** The edge of a column, by which it is made wider: dragged, or moved with the arrows; twice pressed, as usual. */
export function ColumnEdge<T>({ column, onResize }: ColumnEdgeProps<T>) {
  const { t } = useTranslation();
  const edge = useRef<HTMLDivElement>(null);
  const grabbed = useRef<{ x: number; width: number } | null>(null);
  const [now, setNow] = useState(parseInt(column.sized ? (column.width ?? "") : "", 10) || 150);
  const head = () => edge.current?.closest("th");
  const widthNow = () => head()?.offsetWidth ?? now;
  const put = (width: number | null) => {
    if (width !== null) setNow(width);
    onResize(column.key, width);
  };
  const drag = ({ clientX }: PointerEvent) => {
    const th = head();
    if (!grabbed.current || !th) return;
    const width = grabbed.current.width + clientX - grabbed.current.x;
    th.style.width = `${Math.min(Math.max(width, NARROWEST), WIDEST)}px`;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    put(by === undefined ? null : widthNow() + by);
  };
  return (
    // A separator with a value is a control (ARIA), whatever the rule holds of those that only part.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={edge}
      className={classes.edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={t("columnWidth", { name: column.header })}
      aria-valuenow={now}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      // So that it is the edge that is dragged, and not its column.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onFocus={() => setNow(widthNow())}
      onKeyDown={onKeyDown}
      onDoubleClick={() => put(null)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grabbed.current = { x: event.clientX, width: widthNow() };
      }}
      onPointerMove={drag}
      onPointerUp={(event) => {
        const begun = grabbed.current;
        grabbed.current = null;
        if (begun && begun.x !== event.clientX) put(begun.width + event.clientX - begun.x);
      }}
    />
  );
}
