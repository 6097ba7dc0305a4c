import { useQuery } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "../api/client";

type Letter = Schemas["CommunicationView"];

const NONE: ReadonlyMap<string, string> = new Map();
const MOST = 20;

/** Where the pictures are that a letter brought with itself, by the ids by which it names them. */
export function useInlineImages(letter: Letter, wanted: boolean): ReadonlyMap<string, string> {
  const files = letter.attachments
    .filter((file) => file.content_id && !file.blocked && letter.html.includes(file.content_id))
    .slice(0, MOST);
  const { data } = useQuery({
    queryKey: ["letter-images", letter.id],
    enabled: wanted && files.length > 0,
    // The addresses are good for a few minutes; a picture that is shown stays.
    staleTime: Infinity,
    queryFn: async () => {
      const found = await Promise.allSettled(
        files.map(
          async (file) => [file.content_id ?? "", await linkOf(letter.id, file.index)] as const,
        ),
      );
      return new Map(found.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
    },
  });
  return data ?? NONE;
}

/** An address of a letter's file, good for a few minutes. */
export async function linkOf(letterId: string, index: number): Promise<string> {
  const path = { communication_id: letterId, index: String(index) };
  const { url } = await bodyOf(
    api.GET("/api/communications/{communication_id}/attachments/{index}", { params: { path } }),
  );
  return url;
}
