import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToasts } from "./toasts";

const AT_ONCE = 3;

type Undo = () => Promise<unknown>;

export interface BulkProgress {
  done: number;
  total: number;
}

/** A row with which it could not be done, and why. */
export interface Failure<T> {
  row: T;
  error: unknown;
}

interface Bulk {
  progress: BulkProgress | null;
  /**
   * Does something with each row, a few at a time, and says how many it was; `act` gives what takes it back, or
   * null where nothing does. One undo takes back all of them. Who wants to show each row with which it could not be
   * done takes them, and settles them himself; otherwise the first refusal is said.
   */
  run: <T>(
    rows: readonly T[],
    act: (row: T) => Promise<Undo | null>,
    said: (count: number) => string,
    onFailures?: (failures: Failure<T>[]) => void,
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
  const pass = async <T, R>(
    rows: readonly T[],
    act: (row: T) => Promise<R>,
    onFailures?: (failures: Failure<T>[]) => void,
  ) => {
    stopped.current = false;
    setProgress({ done: 0, total: rows.length });
    const outcome = await inTurn(
      rows,
      act,
      () => stopped.current,
      (done) => setProgress({ done, total: rows.length }),
    );
    setProgress(null);
    const [first] = outcome.failures;
    if (first && onFailures) onFailures(outcome.failures);
    else onSettled();
    if (first && !onFailures) toasts.failed(first.error);
    return outcome.results;
  };
  return {
    progress,
    stop: () => (stopped.current = true),
    run: async (rows, act, said, onFailures) => {
      const undos = await pass(rows, act, onFailures);
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

interface Outcome<T, R> {
  results: R[];
  failures: Failure<T>[];
}

/** Runs over the rows, a few at a time; one that fails holds up no other. */
export async function inTurn<T, R>(
  rows: readonly T[],
  act: (row: T) => Promise<R>,
  isStopped: () => boolean,
  onProgress: (done: number) => void,
): Promise<Outcome<T, R>> {
  const outcome: Outcome<T, R> = { results: [], failures: [] };
  const waiting = [...rows];
  const work = async () => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      if (isStopped()) return;
      try {
        outcome.results.push(await act(row));
      } catch (error) {
        outcome.failures.push({ row, error });
      }
      onProgress(outcome.results.length + outcome.failures.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}
