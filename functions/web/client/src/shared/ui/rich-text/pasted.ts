import DOMPurify from "dompurify";

const KEPT = ["p", "br", "strong", "b", "em", "i", "u", "s", "a", "ul", "ol", "li", "blockquote"];
const WORD_LIST = /mso-list\s*:/i;
const WORD_MARK = /^[\s\u00a0]*([·•o§\-–]|\d+[.)])[\s\u00a0]+/;

/**
 * Pasted markup as the letter keeps it. Word and Outlook bring styles, comments and lists made of paragraphs:
 * the lists become lists, tables become lines, and what is only looks is left behind.
 */
export function cleanedPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const odd of page.querySelectorAll("style, script, title, meta, link, xml")) odd.remove();
  listsOf(page);
  rowsOf(page);
  for (const heading of page.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const line = page.createElement("p");
    line.innerHTML = `<strong>${heading.innerHTML}</strong>`;
    heading.replaceWith(line);
  }
  return DOMPurify.sanitize(page.body.innerHTML, {
    ALLOWED_TAGS: KEPT,
    ALLOWED_ATTR: ["href"],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
  })
    .replaceAll("\u00a0", " ")
    .replaceAll(/<p>\s*<\/p>/g, "");
}

function listsOf(page: Document): void {
  let list: Element | null = null;
  for (const line of page.querySelectorAll("p")) {
    if (!WORD_LIST.test(line.getAttribute("style") ?? "")) {
      list = null;
      continue;
    }
    const numbered = /^[\s\u00a0]*\d/.test(line.textContent);
    for (const mark of line.querySelectorAll("[style*='mso-list' i]")) mark.remove();
    const item = page.createElement("li");
    item.innerHTML = line.innerHTML.replace(WORD_MARK, "");
    if (list && line.previousElementSibling === list) list.append(item);
    else {
      list = page.createElement(numbered ? "ol" : "ul");
      list.append(item);
      line.before(list);
    }
    line.remove();
  }
}

function rowsOf(page: Document): void {
  for (const row of page.querySelectorAll("tr")) {
    const cells = [...row.querySelectorAll("td, th")].map((cell) => cell.textContent.trim());
    const line = page.createElement("p");
    line.textContent = cells.filter(Boolean).join(" · ");
    row.replaceWith(line);
  }
}
