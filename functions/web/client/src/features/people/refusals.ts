import { useTranslation } from "react-i18next";
import { ProblemError, toProblem } from "@/shared/api";

/** Says at its field what the portal only says as a whole: the address has somebody already. */
export function useAddressTaken(): <T>(call: () => Promise<T>) => Promise<T> {
  const { t } = useTranslation("people");
  return async (call) => {
    try {
      return await call();
    } catch (error) {
      if (toProblem(error).status !== 409) throw error;
      const field = { pointer: "/email", message: t("addressTaken") };
      throw new ProblemError(422, "", null, [field]);
    }
  };
}
