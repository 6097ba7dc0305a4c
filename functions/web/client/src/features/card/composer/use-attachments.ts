import { useCallback, useRef, useState } from "react";
import { api, bodyOf, mediaTypeOf, type ProblemError, toProblem, uploadTo } from "@/shared/api";
import { readDraft, useDraft, writeDraft } from "@/shared/lib";
import { EMPTY_LETTER, type KeptFile, type LetterDraft } from "./letter-draft";

export const MAX_FILES = 20;
export const MAX_TOTAL_BYTES = 25 * 1024 * 1024;

/** A file on its way into a letter. */
export interface GoingFile {
  key: string;
  file: File;
  /** From 0 to 1. */
  share: number;
  problem: ProblemError | null;
}

export interface Refusal {
  name: string;
  why: "empty" | "size" | "many";
}

export interface Attachments {
  kept: readonly KeptFile[];
  going: readonly GoingFile[];
  refused: readonly Refusal[];
  add: (files: Iterable<File>) => void;
  choose: () => void;
  remove: (id: string) => void;
  cancel: (key: string) => void;
  retry: (key: string) => void;
  forgetRefused: () => void;
}

/**
 * The files of the letter under `draftKey`. Each is uploaded as soon as it is chosen, and stays with the draft;
 * what the letter cannot hold is refused before a byte of it leaves.
 */
export function useAttachments(draftKey: string): Attachments {
  const [{ files: kept }] = useDraft<LetterDraft>(draftKey, EMPTY_LETTER);
  const [going, setGoing] = useState<readonly GoingFile[]>([]);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  const keep = useCallback(
    (change: (files: KeptFile[]) => KeptFile[]) => {
      const draft = readDraft(draftKey, EMPTY_LETTER);
      writeDraft(draftKey, { ...draft, files: change(draft.files) });
    },
    [draftKey],
  );
  const patch = (key: string, part: Partial<GoingFile>) =>
    setGoing((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const drop = (key: string) => setGoing((all) => all.filter((each) => each.key !== key));

  const send = async (key: string, file: File) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    try {
      const id = await upload(file, (share) => patch(key, { share }), abort.signal);
      keep((files) => [...files, { id, name: file.name, size: file.size }]);
      drop(key);
    } catch (error) {
      if (!abort.signal.aborted) patch(key, { problem: toProblem(error) });
    } finally {
      aborts.current.delete(key);
    }
  };
  const add = (files: Iterable<File>) => {
    const { taken, refused: misfits } = fitting(
      [...files],
      [...kept, ...going.map(({ file }) => file)],
    );
    setRefused(misfits);
    const added = taken.map((file) => ({
      key: crypto.randomUUID(),
      file,
      share: 0,
      problem: null,
    }));
    setGoing((all) => [...all, ...added]);
    for (const { key, file } of added) void send(key, file);
  };
  return {
    kept,
    going,
    refused,
    add,
    choose: () => chooseFiles(add),
    remove: (id) => keep((files) => files.filter((file) => file.id !== id)),
    cancel: (key) => {
      aborts.current.get(key)?.abort();
      drop(key);
    },
    retry: (key) => {
      const again = going.find((each) => each.key === key);
      patch(key, { problem: null, share: 0 });
      if (again) void send(key, again.file);
    },
    forgetRefused: () => setRefused([]),
  };
}

/** Which of some files still fit into a letter beside those that it has. */
export function fitting<F extends { name: string; size: number }>(
  files: readonly F[],
  present: readonly { size: number }[],
): { taken: F[]; refused: Refusal[] } {
  const taken: F[] = [];
  const refused: Refusal[] = [];
  let bytes = present.reduce((sum, file) => sum + file.size, 0);
  for (const file of files) {
    const why =
      file.size === 0
        ? "empty"
        : present.length + taken.length >= MAX_FILES
          ? "many"
          : bytes + file.size > MAX_TOTAL_BYTES
            ? "size"
            : null;
    if (why) refused.push({ name: file.name, why });
    else {
      taken.push(file);
      bytes += file.size;
    }
  }
  return { taken, refused };
}

async function upload(file: File, onProgress: (share: number) => void, signal: AbortSignal) {
  const place = await bodyOf(
    api.POST("/api/communications/attachments", {
      body: {
        file_name: file.name.slice(0, 200),
        size: file.size,
        content_type: mediaTypeOf(file),
      },
      signal,
    }),
  );
  await uploadTo(place, file, onProgress, signal);
  return place.id;
}

function chooseFiles(then: (files: File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.onchange = () => then([...(input.files ?? [])]);
  input.click();
}
