import type { Person } from "./session";
import { $api } from "./client";
import { usePerson } from "./use-session";

const PLACEHOLDER = /{{\s*me\.(name|position|phone|email)\s*}}/g;
const FRESH = { staleTime: 60_000 };

/**
 * What stands under a letter, as markup: the words of the mailbox that it is written from, else the reader's own, else
 * the company's; empty when there are none.
 */
export function useSignature(mailboxId: string | null): string {
  const me = usePerson();
  const kept = $api.useQuery("get", "/api/communications/signatures", undefined, FRESH).data;
  const boxes = $api.useQuery("get", "/api/communications/mailboxes", undefined, FRESH).data?.items;
  const usable = boxes?.filter(({ mine, closed }) => mine && !closed) ?? [];
  // Whoever has one mailbox writes from it without being asked.
  const from = mailboxId ?? (usable.length === 1 ? usable[0]?.id : null);
  const ofMailbox = kept?.mailboxes.find(({ mailbox_id: id }) => id === from)?.html;
  return signatureFor(ofMailbox ?? kept?.own ?? kept?.company ?? "", me);
}

type Signer = Pick<Person, "name" | "email"> & { phone?: string | null; job_title?: string | null };

type Values = Record<"name" | "email" | "phone" | "position", string>;

/** A signature with the person's own put in; a line whose only use is a value that is missing is left out. */
export function signatureFor(html: string, me: Signer): string {
  const values: Values = {
    name: me.name,
    email: me.email,
    phone: me.phone ?? "",
    position: me.job_title ?? "",
  };
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const line of linesOf(page)) {
    const names = [...line.data.matchAll(PLACEHOLDER)].map(([, name]) => name as keyof Values);
    if (names.length > 0 && names.every((name) => values[name] === "")) drop(line);
    else line.data = line.data.replace(PLACEHOLDER, (_, name: keyof Values) => values[name]);
  }
  return page.body.innerHTML.trim();
}

function linesOf(page: Document): Text[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const lines: Text[] = [];
  while (walker.nextNode()) lines.push(walker.currentNode as Text);
  return lines;
}

/** A line goes with its break, and with what held nothing else. */
function drop(line: Text): void {
  const breaks = [line.nextSibling, line.previousSibling];
  breaks.find((node) => node?.nodeName === "BR")?.remove();
  let holder = line.parentElement;
  line.remove();
  while (holder && holder.tagName !== "BODY" && holder.childNodes.length === 0) {
    const outer: HTMLElement | null = holder.parentElement;
    holder.remove();
    holder = outer;
  }
}
