import { useCallback, useReducer, useState } from "react";
import type { Deal, Stage } from "@/shared/api";
import { NONE, selectedAfter, type Toggle } from "./selected";

export interface BoardSelection {
  keys: ReadonlySet<string>;
  /** The selected deals as they stand in their columns now, in reading order. */
  chosen: readonly Deal[];
  toggle: (toggle: Toggle) => void;
  clear: () => void;
  /** What a column shows, each time that changes: what is shown no more is selected no more. */
  show: (stageId: string, deals: readonly Deal[]) => void;
}

/** Which deals of a board are selected. */
export function useBoardSelection(columns: readonly Stage[]): BoardSelection {
  const [{ keys }, change] = useReducer(selectedAfter, NONE);
  const [shown, setShown] = useState<ReadonlyMap<string, readonly Deal[]>>(new Map());
  const show = useCallback(
    (stageId: string, deals: readonly Deal[]) =>
      setShown((before) => new Map(before).set(stageId, deals)),
    [],
  );
  const deals = columns.flatMap(({ id }) => shown.get(id) ?? []);
  return {
    keys,
    chosen: deals.filter(({ id }) => keys.has(id)),
    toggle: change,
    clear: useCallback(() => change(null), []),
    show,
  };
}
