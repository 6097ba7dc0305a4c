/** A file that was begun on this device: enough to know it again, nothing of what is in it. */
export interface Begun {
  placeId: string;
  name: string;
  size: number;
  modified: number;
  at: number;
  /** The person took it back: the place still waits for this very file, and nobody is reminded of it. */
  cancelled?: boolean;
}

const PREFIX = "portal.sending.";
/** As long as the portal keeps a place for a file that has not come. */
const KEPT_MS = 60 * 60_000;

/** Files that were begun under a request and have not all gone; those whose places are given back are forgotten. */
export function begunFiles(request: string): Begun[] {
  try {
    const all = JSON.parse(localStorage.getItem(PREFIX + request) ?? "[]") as Begun[];
    return all.filter(({ at }) => Date.now() - at < KEPT_MS);
  } catch {
    return [];
  }
}

export function rememberFile(request: string, file: Begun): void {
  write(request, [...begunFiles(request).filter(({ placeId }) => placeId !== file.placeId), file]);
}

export function forgetFile(request: string, placeId: string): void {
  write(
    request,
    begunFiles(request).filter((file) => file.placeId !== placeId),
  );
}

/** The same file again, as far as a browser can tell. */
export function begunAs(
  begun: readonly Begun[],
  file: { name: string; size: number; lastModified: number },
): Begun | undefined {
  return begun.find(
    ({ name, size, modified }) =>
      name === file.name && size === file.size && modified === file.lastModified,
  );
}

function write(request: string, files: readonly Begun[]): void {
  try {
    if (files.length === 0) localStorage.removeItem(PREFIX + request);
    else localStorage.setItem(PREFIX + request, JSON.stringify(files));
  } catch {
    // Without a store the page still sends; only a reload forgets.
  }
}
