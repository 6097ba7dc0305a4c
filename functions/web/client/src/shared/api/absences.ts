import { useQuery } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "./client";

/** An employee's absence; who wrote it is its `person_id`. */
export type StaffAbsence = Schemas["StaffAbsenceView"];

export const STAFF_ABSENCES = ["staff-absences"] as const;

/** Everybody of the company who is away or will be. */
export function useStaffAbsences(): readonly StaffAbsence[] | undefined {
  const { data } = useQuery({
    queryKey: STAFF_ABSENCES,
    queryFn: async () => (await bodyOf(api.GET("/api/people/absences"))).items,
    staleTime: 5 * 60_000,
  });
  return data;
}

/** Somebody's absence, now or to come. */
export function useAbsenceOf(personId: string | null | undefined): StaffAbsence | undefined {
  return useStaffAbsences()?.find((absence) => absence.person_id === personId);
}
