import { useTranslation } from "react-i18next";
import { toProblem } from "../../api";
import { useProblemText } from "../problem-text";

/** What a refused proof says: the portal knows only that the password or the code is wrong. */
export function useFactorText(): (error: unknown) => string {
  const { t } = useTranslation("security");
  const text = useProblemText();
  return (error) => {
    const { status, reason } = toProblem(error);
    if (reason === "code_wrong" || reason === "code_needed") return t("codeWrong");
    if (status === 401) return t("passwordWrong");
    return status === 429 ? t("tooOften") : text(error);
  };
}
