import { api, bodyOf } from "@/shared/api";
import { documentLink } from "../../timeline/use-document";
import { type Document, each, type Gathered, type Letter, type Progress } from "./gather";

/** A file that goes along, and how its content is fetched. */
export interface Content {
  name: string;
  address: () => Promise<string>;
}

/** The files on the card and those that came with letters, each under a name of its own. */
export function contentsOf({ documents, letters }: Gathered): Content[] {
  const taken = new Set<string>();
  return [
    ...documents.filter(isThere).map(ofDocument),
    ...letters.flatMap((letter) => attachmentsOf(letter)),
  ].map((content) => ({ ...content, name: own(content.name, taken) }));
}

/** Their bytes by their names; what cannot be fetched is left out, and is missed by the list in the text. */
export async function fetchContents(
  contents: readonly Content[],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const fetched = await each(
    contents,
    async ({ name, address }) => {
      const response = await fetch(await address(), { signal });
      if (!response.ok) throw new Error(`${response.status}`);
      return [name, new Uint8Array(await response.arrayBuffer())] as const;
    },
    onProgress,
    signal,
  );
  return new Map(fetched);
}

function isThere({ state }: Document): boolean {
  return state === "ready";
}

function ofDocument({ id, name, version }: Document): Content {
  return { name, address: () => documentLink(id, version) };
}

function attachmentsOf({ id, attachments }: Letter): Content[] {
  return attachments
    .filter(({ blocked }) => !blocked)
    .map(({ index, name }) => ({
      name: name || `${index + 1}`,
      address: async () => {
        const path = { communication_id: id, index: `${index}` };
        const { url } = await bodyOf(
          api.GET("/api/communications/{communication_id}/attachments/{index}", {
            params: { path },
          }),
        );
        return url;
      },
    }));
}

/** A name that no other file has, and no folder is in. */
export function own(name: string, taken: Set<string>): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_").replace(/^\.+/, "_") || "_";
  const dot = plain.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, ""];
  let free = plain;
  for (let number = 2; taken.has(free.toLocaleLowerCase()); number++) {
    free = `${stem} (${number})${ending}`;
  }
  taken.add(free.toLocaleLowerCase());
  return free;
}
