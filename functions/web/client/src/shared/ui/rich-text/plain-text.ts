const LINE_ENDS = new Set(["P", "DIV", "LI", "H1", "H2", "H3", "PRE", "TR"]);

/** A letter's markup as text, for those who read letters so: lists with their marks, quotes with `>`. */
export function plainTextOf(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  return textOf(page.body)
    .replaceAll(/[ \t]+\n/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (!(node instanceof Element) && node.nodeName !== "BODY") return "";
  const element = node as Element;
  switch (element.tagName) {
    case "BR":
      return "\n";
    case "A":
      return linkText(element);
    case "UL":
    case "OL":
      return listText(element);
    case "BLOCKQUOTE":
      return `${prefixed(childText(element).trim(), "> ")}\n\n`;
    case "P":
      return `${childText(element)}\n\n`;
    default:
      return childText(element) + (LINE_ENDS.has(element.tagName) ? "\n" : "");
  }
}

function childText(element: Element): string {
  return [...element.childNodes].map(textOf).join("");
}

function linkText(link: Element): string {
  const text = childText(link);
  const href = link.getAttribute("href") ?? "";
  const known = href === "" || href.replace(/^(mailto:|tel:|https?:\/\/)/, "").startsWith(text);
  return known ? text || href : `${text} <${href}>`;
}

function listText(list: Element): string {
  const numbered = list.tagName === "OL";
  const items = [...list.children].map((item, index) => {
    const mark = numbered ? `${index + 1}. ` : "- ";
    const lines = childText(item).trim().replaceAll(/\n\n+/g, "\n").split("\n");
    return mark + lines.join(`\n${" ".repeat(mark.length)}`);
  });
  const nested = list.parentElement?.tagName === "LI";
  return `${nested ? "\n" : ""}${items.join("\n")}\n${nested ? "" : "\n"}`;
}

export function prefixed(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (prefix + line).trimEnd())
    .join("\n");
}

/** Markup for a plain text: a paragraph for each part between empty lines. */
export function htmlOfText(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
