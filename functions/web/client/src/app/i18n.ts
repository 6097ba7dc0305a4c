import type { MessageLoader } from "@/shared/i18n";

type Messages = Record<string, string>;

const ofShared = import.meta.glob<Messages>("../shared/i18n/locales/*/*.ts", { import: "default" });
const ofFeatures = import.meta.glob<Messages>("../features/*/locales/*.ts", { import: "default" });

/** A language's file is fetched when a page first needs it, and no other language's is. */
export const loadMessages: MessageLoader = async (language, namespace) => {
  const load =
    ofShared[`../shared/i18n/locales/${namespace}/${language}.ts`] ??
    ofFeatures[`../features/${namespace}/locales/${language}.ts`];
  if (!load) throw new Error(`There are no messages of ${namespace} in ${language}.`);
  return load();
};
