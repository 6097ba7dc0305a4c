import { useTranslation } from "react-i18next";
import { bracedIn } from "@/shared/ui/rich-text/placeholders";
import { speaksOfFiles } from "./signing";

interface Ready {
  subject: string;
  text: string;
  /** How many files go with it. */
  files: number;
}

export type Doubt = "unfilled" | "noFile";

/** What makes one ask whether a letter is meant to go as it is. */
export function doubtsOf({ subject, text, files }: Ready): Doubt[] {
  const doubts: Doubt[] = [];
  if (bracedIn(`${subject} ${text}`).length > 0) doubts.push("unfilled");
  if (files === 0 && speaksOfFiles(text)) doubts.push("noFile");
  return doubts;
}

/** The doubts of a letter in words; none when it can go. */
export function useDoubts() {
  const { t } = useTranslation(["outgoing", "templates"]);
  return (letter: Ready): string =>
    doubtsOf(letter)
      .map((doubt) =>
        doubt === "noFile"
          ? t("outgoing:noFile")
          : t("templates:unfilled", {
              words: bracedIn(`${letter.subject} ${letter.text}`).join(", "),
            }),
      )
      .join(" ");
}
