import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToasts } from "./toasts";

const AT_ONCE = 3;

type Undo = () => Promise<unknown>;

export interface BulkProgress {
  done: number;
  total: number;
}

interface Bulk {
  progress: BulkProgress | null;
  /**
   * Does something with each row, a few at a time, and says how many it was; `act` gives what takes it back, or
   * null where nothing does. One undo takes back all of them.
   */
  run: <T>(
    rows: readonly T[],
    act: (row: T) => Promise<Undo | null>,
    said: (count: number) => string,
  ) => Promise<void>;
  /** What has begun is finished; nothing more is begun. */
  stop: () => void;
}

/** Something done with many rows; `onSettled` follows each pass, a taken back one too. */
export function useBulk(onSettled: () => void): Bulk {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const stopped = useRef(false);
  const pass = async <T, R>(rows: readonly T[], act: (row: T) => Promise<R>) => {
    stopped.current = false;
    setProgress({ done: 0, total: rows.length });
    const outcome = await inTurn(
      rows,
      act,
      () => stopped.current,
      (done) => setProgress({ done, total: rows.length }),
    );
    setProgress(null);
    onSettled();
    if (outcome.errors.length > 0) toasts.failed(outcome.errors[0]);
    return outcome.results;
  };
  return {
    progress,
    stop: () => (stopped.current = true),
    run: async (rows, act, said) => {
      const undos = await pass(rows, act);
      if (undos.length === 0) return;
      const back = undos.filter((undo) => undo !== null);
      const undoAll = async () => {
        await pass(back, (undo) => undo());
        toasts.done(t("undone"));
      };
      toasts.done(said(undos.length), back.length > 0 ? undoAll : undefined);
    },
  };
}

interface Outcome<R> {
  results: R[];
  errors: unknown[];
}

/** Runs over the rows, a few at a time; one that fails holds up no other. */
export async function inTurn<T, R>(
  rows: readonly T[],
  act: (row: T) => Promise<R>,
  isStopped: () => boolean,
  onProgress: (done: number) => void,
): Promise<Outcome<R>> {
  const outcome: Outcome<R> = { results: [], errors: [] };
  const waiting = [...rows];
  const work = async () => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      if (isStopped()) return;
      try {
        outcome.results.push(await act(row));
      } catch (error) {
        outcome.errors.push(error);
      }
      onProgress(outcome.results.length + outcome.errors.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}
