export { STAFF_ABSENCES, type StaffAbsence, useAbsenceOf, useStaffAbsences } from "./absences";
export * from "./cards";
export { $api, api, bodyOf, type Schemas } from "./client";
export {
  groupsOf,
  type OwnField,
  type OwnType,
  type OwnValue,
  type OwnValues,
  useFieldBook,
  useOwnFields,
} from "./fields";
export { followChange } from "./follow";
export { ledDepartments } from "./led-departments";
export { mediaTypeOf, UNKNOWN_TYPE } from "./media-type";
export { giveCard, staysInSight } from "./give-card";
export { type DealMove, type DealPages, dealKey, stageKey, useMoveDeal } from "./move-deal";
export { useUnread } from "./notifications";
export { type FieldProblem, ProblemError, toProblem } from "./problem";
export { outbox, sentKey, type SentLetter, type WaitingLetter } from "./outbox";
export { type Pipeline, type Stage, usePipelineOf, usePipelines } from "./pipelines";
export { type Pulse, pulseKey, usePulse } from "./pulse";
export { type Reminder, useReminders } from "./reminders";
export { queryClient } from "./query-client";
export { type Person, session, type SessionState } from "./session";
export { useNewestCards } from "./use-newest-cards";
export { signatureFor, useSignature } from "./signature";
export { somePage } from "./some-page";
export { settleTallies, useTally } from "./tally";
export { uploadTo } from "./upload";
export { type FoundCard, useCardSearch } from "./use-card-search";
export { usePerson, useSession } from "./use-session";
export { useFolders } from "./folders";
