import type { Schemas } from "../../api/client";

type File = Pick<Schemas["AttachmentView"], "name" | "content_type">;

/** Whether a file is Outlook's packing, which stands in a letter only when it could not be unpacked. */
export function isPacked({ name, content_type: type }: File): boolean {
  return name.toLowerCase() === "winmail.dat" || type.endsWith("ms-tnef");
}
