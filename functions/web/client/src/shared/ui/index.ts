export { CardChoice, type Choice } from "./card-choice";
export { CardIcon, CardLink, useCardKindName } from "./card-kind";
export { CodeInput } from "./security/code-input";
export { ConvertButton, useConvertLead } from "./convert/convert-button";
export { DataList } from "./data-list";
export { Face } from "./face";
export { type FactEditor, FactField } from "./fact-field";
export { FindCard } from "./find-card";
export { LookItems, LookMenu } from "./look-menu";
export { type Column, nextSort, type Sorting } from "./list-columns";
export { ListOptions } from "./list-options";
export { BulkBar } from "./bulk-bar";
export { BulkBusy } from "./bulk-busy";
export { GiveCards } from "./give-cards";
export { LostDialog, type Loss } from "./lost-dialog";
export { useDealMoves } from "./move-deal/use-deal-moves";
export { OfflineBanner } from "./offline-banner";
export { OwnerFilter } from "./owner-filter";
export { PageBody, PageHeader } from "./page";
export { useProblemText } from "./problem-text";
export {
  choiceOf,
  listOf,
  type QuickField,
  QuickForm,
  type QuickValues,
  wordsOf,
} from "./quick-form";
export { Split } from "./split";
export { EmptyState, ErrorState, RowSkeletons } from "./states";
export { TimelineItem } from "./timeline-item";
export { UNDO_MS, useToasts } from "./toasts";
export { useColumns } from "./use-columns";
export { useLeave } from "./use-leave";
export { Money, When } from "./values";
export { type Failure, useBulk } from "./use-bulk";
