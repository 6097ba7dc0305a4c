import { lazyRouteComponent } from "@tanstack/react-router";
import { needWords, type Words } from "@/shared/i18n";

/**
 * The component `name` of a module that is fetched when the page is first wanted, and all the words it speaks, those
 * of what appears on it later too: words that came late would hide the page under the hands of whoever works on it.
 */
export function page<M extends Record<string, unknown>, N extends keyof M & string>(
  load: () => Promise<M>,
  name: N,
  words: readonly Words[],
) {
  const withWords = async () => {
    const [module] = await Promise.all([load(), needWords(words)]);
    return module;
  };
  return lazyRouteComponent(withWords, name);
}
