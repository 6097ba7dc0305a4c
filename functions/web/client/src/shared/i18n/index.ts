import i18next, { type BackendModule, type FlatNamespace } from "i18next";
import ICU from "i18next-icu";
import { initReactI18next } from "react-i18next";

export const LANGUAGES = ["ru", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The messages of another language: every one of the first has to be there. */
export type Translated<T> = Record<keyof T, string>;

/** Gives one namespace's messages in one language. */
export type MessageLoader = (
  language: Language,
  namespace: string,
) => Promise<Record<string, string>>;

/** A namespace of messages. */
export type Words = FlatNamespace;

const KEY = "portal.language";

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.includes(text as Language);
}

/** What the person chose on this device, else what his browser asks for. */
export function initialLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  if (isLanguage(chosen)) return chosen;
  return navigator.language.startsWith("ru") ? "ru" : "en";
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
}

/** Speaks a person's own language on a device on which none has been chosen. */
export async function adoptLanguage(language: string): Promise<void> {
  if (localStorage.getItem(KEY) === null && isLanguage(language))
    await i18next.changeLanguage(language);
}

/** Fetches messages before something speaks them; what cannot be fetched now is tried again by who speaks it. */
export async function needWords(words: readonly Words[]): Promise<void> {
  await i18next.loadNamespaces(words);
}

export async function startI18n(load: MessageLoader): Promise<void> {
  const backend: BackendModule = {
    type: "backend",
    init: () => undefined,
    read: (language, namespace, done) => {
      load(language as Language, namespace).then(
        (messages) => done(null, messages),
        (error: unknown) => done(error as Error, null),
      );
    },
  };
  i18next.on("languageChanged", (language) => (document.documentElement.lang = language));
  await i18next
    .use(ICU)
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: initialLanguage(),
      supportedLngs: [...LANGUAGES],
      // Every language has every message: the type checker sees to it.
      fallbackLng: false,
      partialBundledLanguages: true,
      ns: ["common"],
      defaultNS: "common",
      keySeparator: false,
      interpolation: { escapeValue: false },
    });
}

export {
  type Formats,
  formatsOf,
  type Money,
  useFormats,
  zoneChoices,
  zoneLabel,
  zoneName,
} from "./format";
export { refusalWords, type Say, useRefusals } from "./refusal-words";
