const SENDER = /^\s*(?:\*|_)*(?:От|From|Von|De)(?:\*|_)*\s*:/;
const DETAILS = /(?:Кому|To|Тема|Subject|Отправлено|Sent|Дата|Date)(?:\*|_)*\s*:/;
const HEADING_LENGTH = 300;

/** Puts what a letter quotes at its end under a fold, where it has words of its own before that. */
export function foldHistory(page: Document, label: string): void {
  const first = historyOf(page);
  if (!first || textBefore(page, first).trim() === "") return;
  const fold = page.createElement("details");
  const summary = page.createElement("summary");
  summary.textContent = "···";
  summary.title = label;
  fold.append(summary);
  first.before(fold);
  moveRest(fold, page.body);
}

/** Where the quoted history begins: a quote at the end with its heading, or the head of a copied letter. */
function historyOf(page: Document): Element | null {
  const quote = [...page.querySelectorAll("blockquote")].find(
    (each) => !each.parentElement?.closest("blockquote") && textAfter(page, each).trim() === "",
  );
  if (quote) return headingOf(quote) ?? quote;
  return (
    [...page.querySelectorAll("p, div, td, span, b")].find((each) => {
      const text = each.textContent;
      return SENDER.test(text) && DETAILS.test(textFrom(page, each).slice(0, 600));
    }) ?? null
  );
}

function headingOf(quote: Element): Element | null {
  const before = quote.previousElementSibling;
  const text = before?.textContent.trim() ?? "";
  return before && text.length < HEADING_LENGTH && text.endsWith(":") ? before : null;
}

/** Moves everything that follows the fold, at whatever depth, into it. */
function moveRest(fold: Element, root: Element): void {
  for (
    let level: Element = fold;
    level !== root && level.parentElement;
    level = level.parentElement
  )
    while (level.nextSibling) fold.append(level.nextSibling);
}

function textBefore(page: Document, element: Element): string {
  const range = page.createRange();
  range.setStart(page.body, 0);
  range.setEndBefore(element);
  return range.toString();
}

function textAfter(page: Document, element: Element): string {
  const range = page.createRange();
  range.setStartAfter(element);
  range.setEnd(page.body, page.body.childNodes.length);
  return range.toString();
}

function textFrom(page: Document, element: Element): string {
  return element.textContent + textAfter(page, element);
}

/** A text parted into its own words and the quote at its end, heading included. */
export function partQuote(text: string): { text: string; history: string } {
  const lines = text.trimEnd().split("\n");
  let first = lines.length;
  while (first > 0 && lines[first - 1]?.startsWith(">")) first -= 1;
  if (first === lines.length) return { text, history: "" };
  if (/:\s*$/.test(lines[first - 1] ?? "")) first -= 1;
  const own = lines.slice(0, first).join("\n").trimEnd();
  if (own === "") return { text, history: "" };
  return { text: own, history: lines.slice(first).join("\n") };
}
