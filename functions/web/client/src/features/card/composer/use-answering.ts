import { useTranslation } from "react-i18next";
import type { Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { answerTo, forwardOf, type LetterDraft } from "./letter-draft";

type Letter = Schemas["CommunicationView"];

export type Answering = "answer" | "answerAll" | "forward";

/** The letter that is begun by answering another, or by sending it on. */
export function useAnswering(): (letter: Letter, how: Answering) => Partial<LetterDraft> {
  const { t } = useTranslation("card");
  const formats = useFormats();
  return (letter, how) => {
    const { name, address } = letter.from;
    const heading = t("quoteHeading", {
      when: formats.exact(letter.sent_at ?? letter.at),
      name: name || address,
      address,
    });
    return how === "forward"
      ? forwardOf(letter, heading)
      : answerTo(letter, heading, how === "answerAll");
  };
}
