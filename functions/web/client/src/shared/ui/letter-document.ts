import DOMPurify from "dompurify";

const STYLE = `
  html { color-scheme: light; }
  body { margin: 0; padding: 8px 12px; background: #fff; color: #1b1e24;
    font: 14px/1.5 "Inter Variable", system-ui, sans-serif; overflow-wrap: anywhere; }
  img { max-width: 100%; height: auto; }
  table { max-width: 100%; }
  pre { white-space: pre-wrap; }
  blockquote { margin: 8px 0; padding-left: 12px; border-left: 2px solid #d3d7de; }
`;

/** Foreign markup as a page of its own: nothing that runs, posts, frames or calls home is left. */
export function letterDocument(html: string): string {
  const clean = DOMPurify.sanitize(html, {
    FORBID_TAGS: ["form", "input", "button", "textarea", "select", "style", "link", "meta", "base"],
    FORBID_ATTR: ["srcset", "ping", "background", "poster", "action", "formaction"],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel|cid|data:image\/(?:png|jpeg|gif|webp)):?/i,
    ADD_ATTR: ["target"],
  });
  const page = new DOMParser().parseFromString(clean, "text/html");
  for (const image of page.querySelectorAll("img"))
    if (!image.getAttribute("src")?.startsWith("data:")) image.removeAttribute("src");
  for (const link of page.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer nofollow";
  }
  const styled = page.querySelectorAll<HTMLElement>("[style*='url(' i], [style*='position' i]");
  for (const element of styled) element.removeAttribute("style");
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body>${page.body.innerHTML}`;
}
