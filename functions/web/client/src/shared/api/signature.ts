import type { Person } from "./session";
import { $api } from "./client";
import { usePerson } from "./use-session";

const PLACEHOLDER = /{{\s*me\.(name|phone|email)\s*}}/g;

/** What stands under the reader's letters: his own words, else the company's; empty when there is neither. */
export function useSignature(): string {
  const me = usePerson();
  const { data } = $api.useQuery("get", "/api/communications/signatures", undefined, {
    staleTime: 60_000,
  });
  return signatureFor(data?.own ?? data?.company ?? "", me);
}

/** A signature with the person's own put in; a line whose only use is a value that is missing is left out. */
export function signatureFor(
  text: string,
  me: Pick<Person, "name" | "email"> & { phone?: string | null },
): string {
  const values = { name: me.name, email: me.email, phone: me.phone ?? "" };
  return text
    .split("\n")
    .flatMap((line) => {
      const names = [...line.matchAll(PLACEHOLDER)].map(([, name]) => name as keyof typeof values);
      if (names.length > 0 && names.every((name) => values[name] === "")) return [];
      return [line.replace(PLACEHOLDER, (_, name: keyof typeof values) => values[name])];
    })
    .join("\n")
    .trim();
}
