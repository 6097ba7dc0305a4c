import { useEffect, useEffectEvent, useRef, useState } from "react";

/**
 * Rows that are moved by the pointer, told by their keys in the order in which they stand within `list`.
 *
 * The window is listened to rather than the row: one that comes into another group is another element.
 */
export function useDragging<E extends HTMLElement>(
  keys: readonly string[],
  onMove: (from: number, to: number) => void,
  onDrop: () => void,
) {
  const list = useRef<E>(null);
  const [taken, take] = useState<string | null>(null);
  const follow = useEffectEvent((y: number) => {
    const from = keys.findIndex((key) => key === taken);
    const to = placeAt(list.current, y);
    if (from >= 0 && to >= 0 && from !== to) onMove(from, to);
  });
  const drop = useEffectEvent(() => {
    take(null);
    onDrop();
  });
  useEffect(() => {
    if (taken === null) return;
    const move = (event: PointerEvent) => follow(event.clientY);
    const up = () => drop();
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", up);
    return () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", up);
    };
  }, [taken]);
  return { list, taken, take };
}

/** The place of the row at a height of the window, or -1 where there is none. */
function placeAt(list: Element | null, y: number): number {
  return [...(list?.querySelectorAll("[data-field]") ?? [])].findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return y >= top && y <= bottom;
  });
}
