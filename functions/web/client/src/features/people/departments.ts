import { $api } from "@/shared/api";

/** All departments, by name; none until they are known. */
export function useDepartments() {
  return (
    $api.useQuery("get", "/api/people/departments", {}, { staleTime: 300_000 }).data?.items ?? []
  );
}
