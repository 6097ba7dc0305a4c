import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { usePeopleChanged } from "../queries";

type Department = Schemas["DepartmentView"];

/** Saves a change of a department; a move by drag can be taken back. */
export function useMoving() {
  const { t } = useTranslation("people");
  const toasts = useToasts();
  const changed = usePeopleChanged();
  const save = async ({ id }: Department, body: Schemas["DepartmentPatch"]) => {
    const path = { department_id: id };
    await bodyOf(api.PATCH("/api/people/departments/{department_id}", { params: { path }, body }));
    await changed();
  };
  const move = (department: Department, parent_id: string | null) => {
    save(department, { parent_id }).then(
      () =>
        toasts.done(t("departmentMoved"), () =>
          save(department, { parent_id: department.parent_id }),
        ),
      toasts.failed,
    );
  };
  return { save, move };
}
