import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { api, bodyOf, type ProblemError, toProblem, uploadTo } from "@/shared/api";
import { type Misfit, misfitOf, type Terms, typeOf } from "./check";

export interface Upload {
  key: string;
  file: File;
  state: "sending" | "sent" | "broken" | "refused" | "misfit";
  /** From 0 to 1. */
  share: number;
  misfit: Misfit | null;
  problem: ProblemError | null;
}

/** Sends a partner's files; one whose connection broke goes again, to a fresh place, when there is one. */
export function useUploads(token: string, terms: Terms) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const client = useQueryClient();
  const aborts = useRef(new Map<string, AbortController>());
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));

  const send = async ({ key, file }: Upload) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    change(key, { state: "sending", share: 0, problem: null });
    try {
      const place = await bodyOf(
        api.POST("/api/documents/upload-requests/{token}/files", {
          params: { path: { token } },
          body: { file_name: file.name, size: file.size, content_type: typeOf(file) },
          signal: abort.signal,
        }),
      );
      const fields = place.fields as Record<string, string>;
      await uploadTo(
        { url: place.url, fields },
        file,
        (share) => change(key, { share }),
        abort.signal,
      );
      change(key, { state: "sent", share: 1 });
    } catch (error) {
      if (abort.signal.aborted) return;
      const problem = toProblem(error);
      change(key, { state: problem.offline ? "broken" : "refused", problem });
    } finally {
      aborts.current.delete(key);
      void client.invalidateQueries({
        queryKey: ["get", "/api/documents/upload-requests/{token}"],
      });
    }
  };

  const add = (files: readonly File[]) => {
    const busy = uploads.filter(({ state }) => state === "sending" || state === "broken").length;
    let left = terms.files_left - busy;
    const added = files.map((file): Upload => {
      const misfit = misfitOf(file, terms, left);
      if (misfit === null) left -= 1;
      const state = misfit ? "misfit" : "sending";
      return { key: crypto.randomUUID(), file, state, share: 0, misfit, problem: null };
    });
    setUploads((all) => [...all, ...added]);
    for (const upload of added) if (upload.state === "sending") void send(upload);
  };

  const remove = (key: string) => {
    aborts.current.get(key)?.abort();
    setUploads((all) => all.filter((each) => each.key !== key));
  };

  const resume = useEffectEvent(() => {
    for (const upload of uploads) if (upload.state === "broken") void send(upload);
  });
  useEffect(() => {
    const online = () => resume();
    addEventListener("online", online);
    return () => removeEventListener("online", online);
  }, []);
  return { uploads, add, remove, retry: (upload: Upload) => void send(upload) };
}
