import { useQueryClient } from "@tanstack/react-query";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { bodyOfDraft, type TemplateDraft } from "./template-draft";

const PATH = "/api/communications/templates";
const ONE = "/api/communications/templates/{template_id}";

/** The templates that one may use or change; none until they have come. */
export function useTemplates(): readonly Schemas["TemplateItem"][] | undefined {
  return $api.useQuery("get", PATH).data?.items;
}

export function useTemplate(id: string | null) {
  const params = { path: { template_id: id ?? "" } };
  return $api.useQuery("get", ONE, { params }, { enabled: id !== null }).data;
}

export function useTemplateChanges() {
  const client = useQueryClient();
  const known = async () => {
    await client.invalidateQueries({ queryKey: ["get", PATH] });
    await client.invalidateQueries({ queryKey: ["get", ONE] });
  };
  const change = async (id: string, body: Schemas["TemplateChange"]) => {
    await bodyOf(api.PATCH(ONE, { params: { path: { template_id: id } }, body }));
    await known();
  };
  const add = async (draft: TemplateDraft) => {
    const body = { ...bodyOfDraft(draft), personal: draft.personal };
    await bodyOf(api.POST(PATH, { body }));
    await known();
  };
  return { add, change };
}
