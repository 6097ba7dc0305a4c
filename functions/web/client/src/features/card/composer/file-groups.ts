/** The formats that the portal takes from outside, as people name them. */
const TYPES = {
  documents: [
    "application/pdf",
    "application/msword",
    "application/rtf",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/csv",
    "text/plain",
  ],
  images: [
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/heic",
    "image/heif",
    "image/tiff",
    "image/bmp",
    "image/gif",
  ],
  drawings: ["image/vnd.dwg", "application/pdf"],
  archives: ["application/zip", "application/vnd.rar", "application/x-7z-compressed"],
  video: ["video/mp4", "video/quicktime"],
} as const;

export type FileGroup = keyof typeof TYPES;

export const FILE_GROUPS = Object.keys(TYPES) as FileGroup[];

/** The media types of some groups, each once. */
export function typesOf(groups: readonly FileGroup[]): string[] {
  return [...new Set(groups.flatMap((group) => TYPES[group]))];
}
