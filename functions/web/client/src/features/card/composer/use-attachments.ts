import { useCallback, useState } from "react";
import { api, bodyOf, uploadTo } from "@/shared/api";

export interface OutgoingFile {
  key: string;
  name: string;
  size: number;
  /** From 0 to 1. */
  share: number;
  state: "sending" | "ready" | "failed";
  id: string | null;
}

export interface Attachments {
  files: readonly OutgoingFile[];
  ids: string[];
  /** While any is on its way or has failed, the letter would go without it. */
  busy: boolean;
  choose: () => void;
  remove: (key: string) => void;
  /** Empties the list, for a letter that goes. */
  take: () => readonly OutgoingFile[];
  putBack: (files: readonly OutgoingFile[]) => void;
}

/** The files of a letter that is being written; each is uploaded as soon as it is chosen. */
export function useAttachments(): Attachments {
  const [files, setFiles] = useState<readonly OutgoingFile[]>([]);
  const patch = useCallback(
    (key: string, part: Partial<OutgoingFile>) =>
      setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...part } : file))),
    [],
  );
  const add = async (file: File) => {
    const key = crypto.randomUUID();
    const { name, size } = file;
    setFiles((all) => [...all, { key, name, size, share: 0, state: "sending", id: null }]);
    try {
      const place = await bodyOf(
        api.POST("/api/communications/attachments", {
          body: {
            file_name: name.slice(0, 200),
            size,
            content_type: file.type || "application/octet-stream",
          },
        }),
      );
      await uploadTo(place, file, (share) => patch(key, { share }));
      patch(key, { state: "ready", id: place.id, share: 1 });
    } catch {
      patch(key, { state: "failed" });
    }
  };
  const choose = () => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.onchange = () => {
      for (const file of input.files ?? []) void add(file);
    };
    input.click();
  };
  return {
    files,
    ids: files.flatMap((file) => file.id ?? []),
    busy: files.some((file) => file.state !== "ready"),
    choose,
    remove: (key) => setFiles((all) => all.filter((file) => file.key !== key)),
    take: () => {
      setFiles([]);
      return files;
    },
    putBack: setFiles,
  };
}
