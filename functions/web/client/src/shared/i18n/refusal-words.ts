import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Says a refusal of the portal's in one language. */
export type Say = (sentence: string) => string;

/** A person who waits for an answer is not kept waiting for its words. */
const PATIENCE_MS = 3_000;

const asItIs: Say = (sentence) => sentence;

/**
 * How the portal's refusals are said in a language; null when the words cannot be had now.
 *
 * Russian ones come when the first is said: they weigh as much as a page.
 */
export async function refusalWords(language: string): Promise<Say | null> {
  if (language !== "ru") return asItIs;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const words = import("./refusals").then(
    ({ inRussian }) => inRussian,
    () => null,
  );
  return Promise.race([words, late]);
}

/** Says refusals that stand on a page; those that are `wanted` before the words have come are said in general. */
export function useRefusals(wanted: boolean): Say {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const [say, setSay] = useState<Say | null>(null);
  useEffect(() => {
    if (wanted) void refusalWords(language).then((words) => setSay(() => words));
  }, [wanted, language]);
  return say ?? (() => t("errorUnknown"));
}
