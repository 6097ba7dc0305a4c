export { FileSender } from "./file-sender";
export type { Terms } from "./formats";
export type { Announce } from "./use-uploads";
