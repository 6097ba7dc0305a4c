/** Types by a name's ending, for what browsers do not know or name in their own ways. */
const BY_ENDING: Record<string, string> = {
  "7z": "application/x-7z-compressed",
  bmp: "image/bmp",
  csv: "text/csv",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  dwg: "image/vnd.dwg",
  gif: "image/gif",
  heic: "image/heic",
  heif: "image/heif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  odp: "application/vnd.oasis.opendocument.presentation",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odt: "application/vnd.oasis.opendocument.text",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  rar: "application/vnd.rar",
  rtf: "application/rtf",
  tif: "image/tiff",
  tiff: "image/tiff",
  txt: "text/plain",
  wav: "audio/wav",
  webp: "image/webp",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};
const WELL_FORMED = /^[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/i;

export const UNKNOWN_TYPE = "application/octet-stream";

/** The media type that a file is announced with: by its ending, else as the browser knows it. */
export function mediaTypeOf(file: { name: string; type: string }): string {
  const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  const told = file.type.split(";")[0]?.trim() ?? "";
  return BY_ENDING[ending] ?? (WELL_FORMED.test(told) ? told : UNKNOWN_TYPE);
}
