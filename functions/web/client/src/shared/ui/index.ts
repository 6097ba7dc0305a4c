export { CardIcon, CardLink, useCardKindName } from "./card-kind";
export { Composer, ComposerForm, type ComposerTab } from "./composer";
export { type Column, DataList } from "./data-list";
export { Face } from "./face";
export {
  choiceEditor,
  listEditor,
  moneyEditor,
  type Option,
  proseEditor,
  textEditor,
} from "./fact-editors";
export { type FactEditor, FactField } from "./fact-field";
export { LostDialog } from "./lost-dialog";
export { PageBody, PageHeader } from "./page";
export { useProblemText } from "./problem-text";
export { Split } from "./split";
export { EmptyState, ErrorState, RowSkeletons } from "./states";
export { TimelineItem } from "./timeline-item";
export { UNDO_MS, useToasts } from "./toasts";
export { Money, When } from "./values";
