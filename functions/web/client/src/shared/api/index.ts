export * from "./cards";
export { $api, api, bodyOf, type Schemas } from "./client";
export { useUnread } from "./notifications";
export { type FieldProblem, ProblemError, toProblem } from "./problem";
export { queryClient } from "./query-client";
export { type Person, session, type SessionState } from "./session";
export { uploadTo } from "./upload";
export { usePerson, useSession } from "./use-session";
