import type { Schemas } from "../api";

/** What a request for files takes, as a partner and a client alike are told. */
export type Terms = Pick<
  Schemas["PublicRequestView"],
  "max_bytes" | "content_types" | "max_files" | "files_left" | "files"
>;

interface FileLike {
  name: string;
  type: string;
  size: number;
}

/** Every format that the portal takes of outsiders, by the endings under which such files travel. */
const ENDINGS: Record<string, readonly string[]> = {
  "application/pdf": ["pdf"],
  "application/msword": ["doc", "dot"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.ms-excel": ["xls"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.ms-powerpoint": ["ppt", "pps"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/rtf": ["rtf"],
  "text/plain": ["txt", "log"],
  "text/csv": ["csv"],
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/png": ["png"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/bmp": ["bmp"],
  "image/tiff": ["tif", "tiff"],
  "image/heic": ["heic"],
  "image/heif": ["heif"],
  "image/vnd.dwg": ["dwg"],
  "audio/mpeg": ["mp3"],
  "audio/ogg": ["ogg", "oga", "opus"],
  "audio/wav": ["wav"],
  "video/mp4": ["mp4", "m4v"],
  "video/quicktime": ["mov"],
  "application/zip": ["zip"],
  "application/vnd.rar": ["rar"],
  "application/x-7z-compressed": ["7z"],
};

/** Other names under which browsers and systems know the same formats. */
const ALIASES: Record<string, string> = {
  "application/x-zip-compressed": "application/zip",
  "application/x-rar-compressed": "application/vnd.rar",
  "application/x-rar": "application/vnd.rar",
  "application/acad": "image/vnd.dwg",
  "application/x-pdf": "application/pdf",
  "text/rtf": "application/rtf",
  "image/jpg": "image/jpeg",
  "image/x-ms-bmp": "image/bmp",
  "image/x-dwg": "image/vnd.dwg",
  "audio/mp3": "audio/mpeg",
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
};

function endingOf(name: string): string {
  return name.includes(".") ? (name.split(".").at(-1)?.toLowerCase() ?? "") : "";
}

/**
 * The media type to announce a file with: what the browser says of it, or else what its ending says, whichever the
 * request takes. Where neither is taken, what the browser says stands, and the portal answers.
 */
export function typeOf(file: Pick<FileLike, "name" | "type">, taken: readonly string[]): string {
  const said = file.type.split(";")[0]?.trim().toLowerCase() ?? "";
  const ending = endingOf(file.name);
  const byEnding = Object.keys(ENDINGS).filter((type) => ENDINGS[type]?.includes(ending));
  const guesses = [said, ALIASES[said] ?? "", ...byEnding].filter(Boolean);
  return guesses.find((type) => taken.includes(type)) ?? guesses[0] ?? "application/octet-stream";
}

/** What the file chooser is asked to offer: types, and endings for systems that do not know them. */
export function acceptOf(taken: readonly string[]): string {
  return taken.flatMap((type) => [type, ...(ENDINGS[type] ?? []).map((e) => `.${e}`)]).join(",");
}

/** The formats as people call them: "PDF, DOCX, JPG". */
export function formatNames(taken: readonly string[]): string {
  const names = taken.map((type) =>
    (ENDINGS[type]?.[0] ?? type.split("/").at(-1) ?? type).toUpperCase(),
  );
  return [...new Set(names)].join(", ");
}

export type Misfit = "empty" | "size" | "type" | "many";

/** Why a file cannot be sent, told before a byte of it leaves; null when it can. */
export function misfitOf(
  file: FileLike,
  terms: Pick<Terms, "max_bytes" | "content_types">,
  placesLeft: number,
): Misfit | null {
  if (file.size === 0) return "empty";
  if (file.size > terms.max_bytes) return "size";
  if (!terms.content_types.includes(typeOf(file, terms.content_types))) return "type";
  return placesLeft < 1 ? "many" : null;
}
