import { ProblemError, unreachable } from "./problem";

/**
 * Posts a file to a place that the portal gave: all fields first, the file last.
 *
 * `onProgress` is told the share that has gone, from 0 to 1. Aborting rejects with an `AbortError`.
 *
 * @throws ProblemError the storage refused, or the connection broke.
 */
export function uploadTo(
  place: { url: string; fields: Record<string, string> },
  file: Blob,
  onProgress: (share: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(place.fields)) form.append(name, value);
  form.append("file", file);
  // fetch tells nothing of what has been sent, hence the older interface.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new ProblemError(request.status, ""));
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("", "AbortError"));
    signal?.addEventListener("abort", () => request.abort());
    request.open("POST", place.url);
    request.send(form);
  });
}
