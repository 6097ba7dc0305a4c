import { useColumns } from "@/shared/ui";
import { useNamedColumns } from "@/shared/ui/views/use-named-columns";
import { ViewBar } from "@/shared/ui/views/view-bar";
import { useDealColumns } from "./deal-list";
import { useDealFilter } from "./filter";

/** The kept views of the deals, of the board and of the list. */
export function DealViews() {
  const { shown } = useColumns("deals", useDealColumns([]), useNamedColumns());
  const { filter } = useDealFilter();
  return (
    <ViewBar kind="deal" columns={shown.map(({ key }) => key)} pipelineId={filter.pipeline?.id} />
  );
}
