import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type OwnField, type Schemas } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { layoutOf, type Placed } from "./layout";

const KEY = ["get", "/api/crm/fields"];

/** Changes of the definitions, each taken back with one press where it can be. */
export function useFieldChanges() {
  const { t } = useTranslation("settings");
  const toasts = useToasts();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: KEY });
  const patch = async (field_id: string, body: Schemas["FieldPatch"]) => {
    await api.PATCH("/api/crm/fields/{field_id}", { params: { path: { field_id } }, body });
    await refresh();
  };
  const put = async (kind: OwnField["kind"], fields: readonly Placed[]) => {
    await api.PUT("/api/crm/fields/layout", { body: layoutOf(kind, fields) });
    await refresh();
  };
  return {
    patch,
    add: async (body: Schemas["NewField"]) => {
      await bodyOf(api.POST("/api/crm/fields", { body }));
      await refresh();
    },
    /** Hides a field, or shows it again. */
    hide: async (field: OwnField, hidden: boolean) => {
      try {
        await patch(field.id, { hidden });
        const told = hidden ? "fieldHidden" : "fieldShown";
        toasts.done(t(told, { field: field.name }), () => patch(field.id, { hidden: !hidden }));
      } catch (error) {
        toasts.failed(error);
      }
    },
    /** Puts the fields into another order; resolves once that, or the old one, is what is known. */
    layOut: async (kind: OwnField["kind"], before: readonly Placed[], after: readonly Placed[]) => {
      try {
        await put(kind, after);
        toasts.done(t("fieldsMoved"), () => put(kind, before));
      } catch (error) {
        toasts.failed(error);
        await refresh();
      }
    },
  };
}
