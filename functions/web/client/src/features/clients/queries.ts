import { useInfiniteQuery } from "@tanstack/react-query";
import { api, bodyOf, type Company, type Contact, type Lead } from "@/shared/api";

interface Page<T> {
  items: T[];
  next: string | null;
}

type Fetch<T> = (query: { limit: number; cursor?: string }) => Promise<Page<T>>;

export type Cards<T> = ReturnType<typeof usePages<T>>;

function usePages<T>(path: string, fetch: Fetch<T>) {
  return useInfiniteQuery({
    queryKey: ["get", path, "pages"],
    queryFn: ({ pageParam }) => fetch({ limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function useContacts() {
  return usePages<Contact>("/api/crm/contacts", (query) =>
    bodyOf(api.GET("/api/crm/contacts", { params: { query } })),
  );
}

export function useCompanies() {
  return usePages<Company>("/api/crm/companies", (query) =>
    bodyOf(api.GET("/api/crm/companies", { params: { query } })),
  );
}

export function useLeads() {
  return usePages<Lead>("/api/crm/leads", (query) =>
    bodyOf(api.GET("/api/crm/leads", { params: { query } })),
  );
}
