import { useTranslation } from "react-i18next";
import { useColleagues, usePerson } from "../../api";
import { useConditionText, useFilterFields } from "../filters/filter-fields";
import type { Views } from "../views/use-view-bar";
import type { Applied, ListToolsProps } from "./list-tools";

/** All that a list is shown by, as it reads: the view first, then what was chosen, then the conditions. */
export function useApplied(props: ListToolsProps & { views: Views }): Applied[] {
  const { conditions, onFilter, chosen = [] } = props;
  const fields = useFilterFields(props.kind, props.pipelineId);
  const textOf = useConditionText(conditions);
  const asked = conditions.flatMap((condition) => {
    const field = fields.find(({ by }) => by === condition.by);
    if (!field) return [];
    const left = conditions.filter((each) => each !== condition);
    return {
      key: field.by,
      label: `${field.label}: ${textOf(field, condition)}`,
      removal: field.label,
      onRemove: () => onFilter(left.length > 0 ? left : undefined),
    };
  });
  return [...viewOf(props.views), ...chosen, ...useOwner(props), ...asked];
}

/** A view is no condition: it is left in the sheet, where all the others are. */
function viewOf({ current }: Views): Applied[] {
  return current ? [{ key: "view", label: current.name }] : [];
}

function useOwner({ ownerId, onOwner }: ListToolsProps): Applied[] {
  const { t } = useTranslation("lists");
  const me = usePerson();
  const owner = useColleagues().find(({ id }) => id === ownerId);
  if (!ownerId) return [];
  const label = ownerId === me.id ? t("mine") : (owner?.name ?? t("owner"));
  return [{ key: "owner", label, removal: t("owner"), onRemove: () => onOwner(undefined) }];
}
