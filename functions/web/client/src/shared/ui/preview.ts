import { unreachable } from "../api/problem";

export type PreviewKind = "image" | "pdf" | "text";

export type Previewed = { kind: "image" | "pdf"; url: string } | { kind: "text"; text: string };

const TEXT_BYTES = 512 * 1024;
const PDF_BYTES = 50_000_000;

/** How a file can be looked at here; null for one that is only downloaded. */
export function previewable(type: string, size: number): PreviewKind | null {
  if (/^image\/(png|jpeg|gif|webp|bmp)$/.test(type)) return "image";
  if (type === "application/pdf" && size <= PDF_BYTES) return "pdf";
  return /^(text\/(plain|csv|markdown)|application\/json)$/.test(type) ? "text" : null;
}

export function previewKind(type: string, size: number): PreviewKind {
  return previewable(type, size) ?? "text";
}

/** What is shown of the file at an address. */
export async function previewOf(kind: PreviewKind, url: string): Promise<Previewed> {
  if (kind === "image") return { kind, url };
  const answer = await fetch(url).catch(() => {
    throw unreachable();
  });
  if (!answer.ok) throw unreachable();
  if (kind === "pdf") {
    // The bucket says "download"; a copy of our own says what it is.
    const copy = new Blob([await answer.arrayBuffer()], { type: "application/pdf" });
    return { kind, url: URL.createObjectURL(copy) };
  }
  const bytes = new Uint8Array(await answer.arrayBuffer()).slice(0, TEXT_BYTES);
  return { kind, text: decoded(bytes) };
}

/** Text of old Windows programs is in their own alphabet, which is never valid UTF-8 when it is Russian. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
