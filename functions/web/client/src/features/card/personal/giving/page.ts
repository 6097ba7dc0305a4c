/** A part of the page that is given: a heading, and lines of a name and a text under it. */
export interface Chapter {
  title: string;
  /** Under the heading, before the lines: why this is kept. */
  text?: string;
  lines: { name: string; text: string }[];
}

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}" +
  "dt{font-weight:600;margin-top:.75rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}" +
  "p{color:#555}";

/** A page that anybody can read in a browser and print; whatever people wrote is text in it. */
export function pageOf(language: string, title: string, chapters: readonly Chapter[]): string {
  const told = chapters.map(({ title: heading, text, lines }) =>
    [
      `<h2>${escaped(heading)}</h2>`,
      text ? `<p>${escaped(text)}</p>` : "",
      "<dl>",
      ...lines.map(
        ({ name, text: value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`,
      ),
      "</dl>",
    ].join(""),
  );
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style></head>`,
    `<body><h1>${escaped(title)}</h1>${told.join("")}</body></html>`,
  ].join("");
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
