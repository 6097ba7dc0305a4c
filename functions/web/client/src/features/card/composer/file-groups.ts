const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

/** The formats that the portal takes from outside, as people name them. */
const TYPES = {
  pdf: ["application/pdf"],
  texts: [
    "application/msword",
    "application/rtf",
    `${OPEN}.text`,
    `${OFFICE}.wordprocessingml.document`,
    "text/plain",
  ],
  tables: [
    "application/vnd.ms-excel",
    `${OPEN}.spreadsheet`,
    `${OFFICE}.spreadsheetml.sheet`,
    "text/csv",
  ],
  slides: ["application/vnd.ms-powerpoint", `${OFFICE}.presentationml.presentation`],
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
  drawings: ["image/vnd.dwg"],
  archives: ["application/zip", "application/vnd.rar", "application/x-7z-compressed"],
  video: ["video/mp4", "video/quicktime"],
} as const;

export type FileGroup = keyof typeof TYPES;

export const FILE_GROUPS = Object.keys(TYPES) as FileGroup[];

/** The media types of some groups, each once. */
export function typesOf(groups: readonly FileGroup[]): string[] {
  return [...new Set(groups.flatMap((group) => TYPES[group]))];
}
