import type { Entry } from "./queries";

/** What stands as one on the timeline: an entry, or a letter with those that it answers, the newest first. */
export interface Thread {
  id: string;
  newest: Entry;
  older: Entry[];
}

/** Entries, newest first, with the letters of one conversation together at the place of the newest of them. */
export function threadsOf(entries: readonly Entry[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const entry of entries) {
    const key = entry.thread_id === null ? `entry:${entry.id}` : `thread:${entry.thread_id}`;
    const known = threads.get(key);
    if (known) known.older.push(entry);
    else threads.set(key, { id: key, newest: entry, older: [] });
  }
  return [...threads.values()];
}

export interface Day {
  key: string;
  threads: Thread[];
}

/** Threads parted by the calendar days of the reader's zone on which they were added to last. */
export function byDay(threads: readonly Thread[], dayKey: (instant: string) => string): Day[] {
  const days: Day[] = [];
  for (const thread of threads) {
    const key = dayKey(thread.newest.at);
    const last = days.at(-1);
    if (last?.key === key) last.threads.push(thread);
    else days.push({ key, threads: [thread] });
  }
  return days;
}
