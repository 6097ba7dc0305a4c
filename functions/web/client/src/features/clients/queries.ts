import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, bodyOf, type Company, type Contact, type Lead } from "@/shared/api";

interface Page<T> {
  items: T[];
  next: string | null;
}

interface ListQuery {
  limit: number;
  cursor?: string;
  sort?: Sort;
}

/** The orders that these lists have. */
const SORTS = ["-created", "created", "name", "-name"] as const;
type Sort = (typeof SORTS)[number];

export type Cards<T> = ReturnType<typeof usePages<T>>;

function usePages<T>(path: string, sort: string, fetch: (query: ListQuery) => Promise<Page<T>>) {
  const known = SORTS.find((one) => one === sort);
  return useInfiniteQuery({
    queryKey: ["get", path, "pages", known],
    queryFn: ({ pageParam }) => fetch({ limit: 50, cursor: pageParam, sort: known }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useContacts(sort: string) {
  return usePages<Contact>("/api/crm/contacts", sort, (query) =>
    bodyOf(api.GET("/api/crm/contacts", { params: { query } })),
  );
}

export function useCompanies(sort: string) {
  return usePages<Company>("/api/crm/companies", sort, (query) =>
    bodyOf(api.GET("/api/crm/companies", { params: { query } })),
  );
}

export function useLeads(sort: string) {
  return usePages<Lead>("/api/crm/leads", sort, (query) =>
    bodyOf(api.GET("/api/crm/leads", { params: { query } })),
  );
}
