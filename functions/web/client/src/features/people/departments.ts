import { $api } from "@/shared/api";

export function useDepartmentList() {
  return $api.useQuery("get", "/api/people/departments", {}, { staleTime: 300_000 });
}

/** All departments, by name; none until they are known. */
export function useDepartments() {
  return useDepartmentList().data?.items ?? [];
}
