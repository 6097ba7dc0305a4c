import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, bodyOf, type Company, type Contact, type Lead, somePage } from "@/shared/api";
import type { FilterQuery } from "@/shared/ui/filters/conditions";

interface Page<T> {
  items: T[];
  next: string | null;
}

interface ListQuery {
  limit: number;
  cursor?: string;
  sort?: Sort;
  owner_id?: string;
  [filter: string]: string | number | undefined;
}

interface Wanted {
  sort: { value: string };
  ownerId: string | undefined;
  query: FilterQuery;
}

/** The orders that these lists have. */
const SORTS = ["-created", "created", "name", "-name", "updated", "-updated"] as const;
type Sort = (typeof SORTS)[number];

export type Cards<T> = ReturnType<typeof usePages<T>>;

function usePages<T>(path: string, wanted: Wanted, fetch: (query: ListQuery) => Promise<Page<T>>) {
  const { ownerId, query } = wanted;
  const known = SORTS.find((one) => one === wanted.sort.value);
  return useInfiniteQuery({
    queryKey: ["get", path, "pages", known, ownerId, query],
    queryFn: ({ pageParam }) =>
      somePage(pageParam, (cursor) =>
        fetch({ limit: 50, cursor, sort: known, owner_id: ownerId, ...query }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useContacts(wanted: Wanted) {
  return usePages<Contact>("/api/crm/contacts", wanted, (query) =>
    bodyOf(api.GET("/api/crm/contacts", { params: { query } })),
  );
}

export function useCompanies(wanted: Wanted) {
  return usePages<Company>("/api/crm/companies", wanted, (query) =>
    bodyOf(api.GET("/api/crm/companies", { params: { query } })),
  );
}

export function useLeads(wanted: Wanted) {
  return usePages<Lead>("/api/crm/leads", wanted, (query) =>
    bodyOf(api.GET("/api/crm/leads", { params: { query } })),
  );
}
