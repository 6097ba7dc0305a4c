import type { Schemas } from "@/shared/api";

export type Terms = Schemas["PublicRequestView"];

/** Types by a name's ending, for browsers that do not know them. */
const BY_ENDING: Record<string, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  pdf: "application/pdf",
  zip: "application/zip",
  csv: "text/csv",
  txt: "text/plain",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** The media type that the file is announced with. */
export function typeOf(file: { name: string; type: string }): string {
  const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  return BY_ENDING[ending] ?? (file.type || "application/octet-stream");
}

export type Misfit = "empty" | "size" | "type" | "many";

/** Why a file cannot be sent, told before a byte of it leaves; null when it can. */
export function misfitOf(
  file: { name: string; type: string; size: number },
  terms: Pick<Terms, "max_bytes" | "content_types">,
  placesLeft: number,
): Misfit | null {
  if (placesLeft < 1) return "many";
  if (file.size === 0) return "empty";
  if (file.size > terms.max_bytes) return "size";
  return terms.content_types.includes(typeOf(file)) ? null : "type";
}
