import { useQueryClient } from "@tanstack/react-query";
import { $api, api, bodyOf, type CardKind, type Schemas } from "../../api";

export type SavedView = Schemas["ViewView"];
export type NewView = Schemas["NewView"];

const PATH = "/api/crm/views";

/** The kept views of a list, in the reader's order, and what can be done with them. */
export function useViews(kind: CardKind) {
  const client = useQueryClient();
  const init = { params: { query: { kind } } };
  const query = $api.useQuery("get", PATH, init, { staleTime: 60_000 });
  const fresh = () => client.invalidateQueries({ queryKey: ["get", PATH] });
  const settled = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    await fresh();
    return done;
  };
  const at = (view_id: string) => ({ params: { path: { view_id } } });
  return {
    views: query.data?.items,
    pinned: query.data?.pinned ?? [],
    first: query.data?.first ?? null,
    add: (body: NewView) => settled(bodyOf(api.POST(PATH, { body }))),
    change: (id: string, body: Schemas["ViewPatch"]) =>
      settled(bodyOf(api.PATCH(`${PATH}/{view_id}`, { ...at(id), body }))),
    remove: (id: string) => settled(bodyOf(api.DELETE(`${PATH}/{view_id}`, at(id)))),
    restore: (id: string) => settled(bodyOf(api.POST(`${PATH}/{view_id}/restore`, at(id)))),
    arrange: (part: { order?: string[]; pinned?: string[]; first?: string | null }) => {
      const order = query.data?.items.map(({ id }) => id) ?? [];
      const { pinned = [], first = null } = query.data ?? {};
      const body = { kind, order, pinned, first, ...part };
      return settled(bodyOf(api.PUT(`${PATH}/arrangement`, { body })));
    },
  };
}
