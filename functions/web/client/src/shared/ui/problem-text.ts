import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { type ProblemError, toProblem } from "../api/problem";

const BY_STATUS = {
  0: "errorOffline",
  403: "errorForbidden",
  404: "errorNotFound",
  410: "errorGone",
  412: "errorConflict",
  413: "errorTooLarge",
} as const;

/** What went wrong in the reader's language; the portal's own words only where it alone knows. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (error: unknown) => {
      const problem = toProblem(error);
      const known = BY_STATUS[problem.status as keyof typeof BY_STATUS] as
        (typeof BY_STATUS)[keyof typeof BY_STATUS] | undefined;
      if (known) return t(known);
      if (problem.status === 429) return t("errorBusy", { seconds: problem.retryAfter ?? 0 });
      if (problem.status === 422) return invalid(problem) ?? t("errorInvalid");
      if (problem.status === 409) return problem.detail || t("errorConflict");
      if (problem.status >= 500) return t("errorServer");
      return (problem.status > 0 && problem.detail) || t("errorUnknown");
    },
    // The language changes the function's words, though not its identity.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, i18n.language],
  );
}

function invalid(problem: ProblemError): string | null {
  const messages = problem.fields.map((field) => field.message).filter(Boolean);
  return messages.length > 0 ? messages.join(" ") : problem.detail || null;
}
