import DOMPurify from "dompurify";
import { foldHistory } from "./letter-history";

const STYLE = `
  html { color-scheme: light; }
  body { margin: 0; padding: 8px 12px; background: #fff; color: #1b1e24;
    font: 14px/1.5 "Inter Variable", system-ui, sans-serif; overflow-wrap: anywhere; }
  body > :first-child { margin-top: 0; }
  img { max-width: 100%; height: auto; }
  table { max-width: 100%; }
  pre { white-space: pre-wrap; }
  a { color: #284fc0; }
  blockquote { margin: 8px 0; padding-left: 12px; border-left: 2px solid #d3d7de; color: #4a515d; }
  summary { width: 32px; margin: 8px 0; list-style: none; cursor: pointer; text-align: center;
    line-height: 22px; border: 1px solid #d3d7de; border-radius: 6px; background: #f0f2f5; }
  summary::-webkit-details-marker { display: none; }
`;
const PIXEL = 3;
/** Addresses that run nothing, and values that are none at all, such as a width. */
const NO_CODE =
  /^(?:(?:https?|mailto|tel|cid):|data:image\/(?:png|jpeg|gif|webp)[;,]|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;
const REMOTE = /^\s*https?:/i;

export interface LetterOptions {
  /** What a link to a picture is called that the sender keeps elsewhere: fetched unasked, it tells him of the reader. */
  picture?: string;
  /** Where the letter's own pictures are, by the content id by which it names them. */
  inline?: ReadonlyMap<string, string>;
  /** The rules by which the page's own letters are drawn in it too. */
  fonts?: string;
  /** What the fold over the quoted history says. Without it nothing is folded. */
  history?: string;
}

/** Foreign markup as a page of its own: nothing that runs, posts, frames or calls home is left. */
export function letterDocument(html: string, options: LetterOptions = {}): string {
  const page = cleaned(html);
  for (const image of page.querySelectorAll("img")) placeImage(image, options);
  for (const link of page.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer nofollow";
  }
  const styled = page.querySelectorAll<HTMLElement>("[style*='url(' i], [style*='position' i]");
  for (const element of styled) element.removeAttribute("style");
  if (options.history) foldHistory(page, options.history);
  return `<!doctype html><meta charset="utf-8"><style>${options.fonts ?? ""}${STYLE}</style><body>${page.body.innerHTML}`;
}

/** How many pictures a letter would fetch from elsewhere, those not counted that nobody would see. */
export function remoteImages(html: string): number {
  return [...cleaned(html).querySelectorAll("img")].filter((image) => remoteAddress(image)).length;
}

/** Whether a letter's own words bear more than lines: then it is shown as it was made. */
export function isFormatted(html: string): boolean {
  const page = cleaned(html);
  foldHistory(page, "history");
  page.querySelector("details")?.remove();
  const links = [...page.querySelectorAll("a")].some(
    (link) => !link.href.includes(link.textContent.trim()),
  );
  const marks = "b, strong, i, em, u, s, ul, ol, h1, h2, h3, h4, img, font[color], td + td";
  return links || page.querySelector(marks) !== null;
}

function cleaned(html: string): Document {
  const clean = DOMPurify.sanitize(html, {
    FORBID_TAGS: ["form", "input", "button", "textarea", "select", "style", "link", "meta", "base"],
    FORBID_ATTR: ["srcset", "ping", "background", "poster", "action", "formaction"],
    ALLOWED_URI_REGEXP: NO_CODE,
    ADD_ATTR: ["target"],
  });
  return new DOMParser().parseFromString(clean, "text/html");
}

function placeImage(image: HTMLImageElement, { picture, inline }: LetterOptions): void {
  const source = image.getAttribute("src") ?? "";
  if (/^data:image\/(?:png|jpeg|gif|webp)[;,]/i.test(source)) return;
  const own = /^cid:/i.test(source) ? inline?.get(source.slice(4)) : undefined;
  const elsewhere = remoteAddress(image);
  image.removeAttribute("data-src");
  if (own) image.setAttribute("src", own);
  else image.removeAttribute("src");
  if (picture && elsewhere) image.replaceWith(linkTo(elsewhere, image, picture));
}

function linkTo(address: string, image: HTMLImageElement, name: string): Element {
  // Within a link of the letter's own there can be no other.
  const link = image.ownerDocument.createElement(image.closest("a") ? "span" : "a");
  link.setAttribute("href", address);
  link.textContent = image.alt ? `[${name}: ${image.alt}]` : `[${name}]`;
  return link;
}

/** Where a picture is kept elsewhere; null for one too small to be seen, which only tells of the reader. */
function remoteAddress(image: HTMLImageElement): string | null {
  const address = image.dataset.src ?? image.getAttribute("src") ?? "";
  if (!REMOTE.test(address)) return null;
  const sizes = [image.getAttribute("width"), image.getAttribute("height")];
  return sizes.some((size) => size !== null && Number.parseInt(size) < PIXEL) ? null : address;
}
