import { useColumns } from "@/shared/ui";
import { exportedNames } from "@/shared/ui/exporting/export-list";
import { ListMenu } from "@/shared/ui/exporting/list-menu";
import { useNamedColumns } from "@/shared/ui/views/use-named-columns";
import { useDealColumns } from "./deal-list";
import { useDealFilter } from "./filter";
import { SORTS } from "./queries";

/** What can be done with the deals of a pipeline as a whole, on the board and in the list. */
export function DealMenu() {
  const { filter } = useDealFilter();
  const { shown } = useColumns("deals", useDealColumns([]), useNamedColumns());
  return (
    <ListMenu
      kind="deal"
      query={{
        pipeline_id: filter.pipeline?.id,
        stage_id: filter.stageId,
        owner_id: filter.ownerId,
        ...filter.query,
        sort: SORTS.find((one) => one === filter.sort),
      }}
      columns={exportedNames(shown)}
    />
  );
}
