import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, bodyOf } from "@/shared/api";

const KEY = ["get", "/api/people/employees"] as const;
const CLIENTS_KEY = ["get", "/api/people/clients"] as const;

/** The directory page by page; `whole` reads it to its end, as whoever seeks in it must. */
export function usePeople(whole: boolean) {
  const query = useInfiniteQuery({
    queryKey: [...KEY, "pages"],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/people/employees", { params: { query: { limit: 100, cursor: pageParam } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const goesOn = whole && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return query;
}

export function useClients() {
  return useInfiniteQuery({
    queryKey: [...CLIENTS_KEY, "pages"],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/people/clients", { params: { query: { limit: 100, cursor: pageParam } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Has everything that shows people asked anew. */
export function usePeopleChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] === "colleagues" || String(queryKey[1]).startsWith("/api/people/"),
    });
}
