import { type ReactNode } from "react";
import type { CardKind } from "../../api";
import { usePhone } from "../../lib";
import { FilterBar } from "../filters/filter-bar";
import type { FilterCondition } from "../filters/conditions";
import type { Sorting } from "../list-columns";
import type { ListColumns } from "../use-columns";
import { OwnerFilter } from "../owner-filter";
import { useViewBar } from "../views/use-view-bar";
import { ViewBar, ViewNotices } from "../views/view-bar";
import { PhoneTools } from "./phone-tools";

/** What a list shows and may be asked to show; the same on a desk and on a phone. */
export interface ListToolsProps {
  kind: CardKind;
  pipelineId?: string;
  columns: ListColumns;
  /** Without it nothing is sorted, and there are no columns: as on a board. */
  sort?: Sorting;
  ownerId: string | undefined;
  onOwner: (ownerId: string | undefined) => void;
  conditions: readonly FilterCondition[];
  onFilter: (conditions: FilterCondition[] | undefined) => void;
  /** What only these cards are chosen by. */
  choices?: ReactNode;
  /** How the list is shown. */
  look?: ReactNode;
  /** What else is chosen, as it reads on a phone; `onRemove` where it may be taken off. */
  chosen?: readonly Applied[];
  /** Takes off everything that makes the list shorter. */
  onAll: () => void;
}

export interface Applied {
  key: string;
  label: string;
  /** What takes it off, by its name. */
  removal?: string;
  onRemove?: () => void;
}

/** The views, filters and choices of a list: above it on a desk, in a sheet on a phone. */
export function ListTools(props: ListToolsProps) {
  const { kind, ownerId, onOwner, pipelineId, conditions, onFilter } = props;
  const views = useViewBar(
    kind,
    props.columns.shown.map(({ key }) => key),
    pipelineId,
  );
  const phone = usePhone();
  return (
    <>
      {phone ? (
        <PhoneTools {...props} views={views} />
      ) : (
        <>
          <ViewBar views={views} />
          {props.look}
          {props.choices}
          <OwnerFilter ownerId={ownerId} onChange={onOwner} />
          <FilterBar
            kind={kind}
            pipelineId={pipelineId}
            conditions={conditions}
            onChange={onFilter}
          />
        </>
      )}
      <ViewNotices views={views} />
    </>
  );
}
