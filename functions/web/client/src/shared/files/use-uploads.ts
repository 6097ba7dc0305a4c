import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { type ProblemError, type Schemas, toProblem, uploadTo } from "../api";
import { type Misfit, misfitOf, type Terms, typeOf } from "./formats";
import { type Begun, begunAs, begunFiles, forgetFile, rememberFile } from "./memory";

export interface Upload {
  key: string;
  file: File;
  /** `waiting` for its turn; `broken` goes on by itself; `refused` and `misfit` do not. */
  state: "waiting" | "sending" | "sent" | "broken" | "refused" | "misfit";
  /** From 0 to 1. */
  share: number;
  misfit: Misfit | null;
  problem: ProblemError | null;
  placeId: string | null;
}

/** Asks the portal where to post a file; with `place_id` where it was to go before. */
export type Announce = (
  file: Schemas["RequestedFile"],
  signal: AbortSignal,
) => Promise<Schemas["PlaceView"]>;

const AT_ONCE = 3;
const AGAIN_MS = 10_000;
/** The storage's answer to a form whose quarter of an hour is over. */
const FORM_ENDED = 403;

interface Sending {
  /** Under which the device remembers what was begun. */
  request: string;
  terms: Terms;
  announce: Announce;
  /** Something has changed that the portal can tell more of. */
  onChange: () => void;
}

/** Sends files, some at a time. One whose connection broke goes on by itself, to the place that it was given. */
export function useUploads({ request, terms, announce, onChange }: Sending) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [begun, setBegun] = useState<readonly Begun[]>(() => begunFiles(request));
  const aborts = useRef(new Map<string, AbortController>());
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));

  const remember = (file: File, placeId: string, cancelled?: boolean) => {
    const { name, size, lastModified: modified } = file;
    rememberFile(request, { placeId, name, size, modified, at: Date.now(), cancelled });
    setBegun(begunFiles(request));
  };
  const forget = (placeId: string) => {
    forgetFile(request, placeId);
    setBegun(begunFiles(request));
  };

  const attempt = async (upload: Upload, signal: AbortSignal, again: boolean): Promise<void> => {
    const { key, file } = upload;
    const place = await announce(
      {
        file_name: file.name,
        size: file.size,
        content_type: typeOf(file, terms.content_types),
        place_id: upload.placeId,
      },
      signal,
    );
    change(key, { placeId: place.id });
    remember(file, place.id);
    onChange();
    const to = { url: place.url, fields: place.fields as Record<string, string> };
    try {
      await uploadTo(to, file, (share) => change(key, { share }), signal);
    } catch (error) {
      if (again || toProblem(error).status !== FORM_ENDED) throw error;
      return attempt({ ...upload, placeId: place.id }, signal, true);
    }
    forget(place.id);
  };

  const send = async (upload: Upload) => {
    const abort = new AbortController();
    aborts.current.set(upload.key, abort);
    change(upload.key, { state: "sending", share: 0, problem: null });
    try {
      await attempt(upload, abort.signal, false);
      change(upload.key, { state: "sent", share: 1 });
    } catch (error) {
      if (abort.signal.aborted) return;
      const problem = toProblem(error);
      const passing = problem.offline || problem.status >= 500 || problem.status === 429;
      change(upload.key, { state: passing ? "broken" : "refused", problem });
    } finally {
      aborts.current.delete(upload.key);
      onChange();
    }
  };

  // Whenever one has ended, the next in the line begins.
  const next = useEffectEvent(() => {
    const free = AT_ONCE - uploads.filter(({ state }) => state === "sending").length;
    for (const upload of uploads
      .filter(({ state }) => state === "waiting")
      .slice(0, Math.max(free, 0)))
      void send(upload);
  });
  useEffect(() => {
    const timer = setTimeout(() => next());
    return () => clearTimeout(timer);
  }, [uploads]);

  const resume = useEffectEvent(() => {
    for (const { key, state } of uploads) if (state === "broken") change(key, { state: "waiting" });
  });
  const broken = uploads.some(({ state }) => state === "broken");
  useEffect(() => {
    if (!broken) return;
    const online = () => resume();
    // A server that was away comes back without the browser's being told.
    const timer = setInterval(() => navigator.onLine && resume(), AGAIN_MS);
    addEventListener("online", online);
    return () => {
      clearInterval(timer);
      removeEventListener("online", online);
    };
  }, [broken]);

  const busy = uploads.some(({ state }) => state === "sending" || state === "waiting");
  useLeavingAsked(busy || broken);

  const add = (files: readonly File[]) => {
    const unplaced = uploads.filter(
      ({ state, placeId }) => placeId === null && (state === "waiting" || state === "sending"),
    );
    let left = terms.files_left - unplaced.length;
    const added = files.map((file): Upload => {
      const known = begunAs(begun, file);
      const misfit = misfitOf(file, terms, known ? 1 : left);
      if (misfit === null && !known) left -= 1;
      return {
        key: crypto.randomUUID(),
        file,
        state: misfit ? "misfit" : "waiting",
        share: 0,
        misfit,
        problem: null,
        placeId: known?.placeId ?? null,
      };
    });
    setUploads((all) => [...all, ...added]);
  };

  const remove = (upload: Upload) => {
    aborts.current.get(upload.key)?.abort();
    if (upload.placeId && upload.state !== "sent") remember(upload.file, upload.placeId, true);
    setUploads((all) => all.filter(({ key }) => key !== upload.key));
  };

  const retry = useCallback((upload: Upload) => {
    setUploads((all) =>
      all.map((each) => (each.key === upload.key ? { ...each, state: "waiting" } : each)),
    );
  }, []);

  const going = new Set(uploads.map(({ placeId }) => placeId));
  return {
    uploads,
    /** Begun before the page was loaded again; each has to be chosen once more. */
    unfinished: begun.filter(({ placeId, cancelled }) => !cancelled && !going.has(placeId)),
    /** All that were begun here and have not gone, taken back ones among them. */
    begun,
    add,
    remove,
    retry,
    dismiss: forget,
  };
}

/** The browser asks before it leaves a page that is still sending. */
function useLeavingAsked(sending: boolean): void {
  useEffect(() => {
    if (!sending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [sending]);
}
