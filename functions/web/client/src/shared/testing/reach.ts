/** The client's own modules as texts, by their paths from `src`; tests of the texts themselves are none of them. */
const TEXTS = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(["/src/**/*.{ts,tsx}", "!/src/**/*.test.*"], {
      query: "?raw",
      import: "default",
      eager: true,
    }),
  ).map(([path, text]) => [path.replace("/src/", ""), text]),
);

const ENDS = ["", ".ts", ".tsx", "/index.ts"];
const FROM =
  /^(import|export)\s+(?!type\s)(?:[\w$*\s]+?,?\s*)?(?:\{([^}]*)\}\s*)?(?:from\s+)?"([^"]+)"/gm;
const LATER = /import\("([^"]+)"\)/g;
const SPOKEN = /useTranslation\(\s*(\[[^\]]*\]|"[^"]*")?/g;

interface Link {
  again: boolean;
  /** What is named, as it is called there and here; nothing where all is meant. */
  names: [string, string][];
  to: string;
}

/**
 * The namespaces of messages that a module speaks, and whatever it imports at once. What is fetched later counts
 * where it is a section of the page itself.
 */
export function spokenFrom(path: string): Set<string> {
  const seen = new Set<string>();
  visit(pathOf("", path) ?? missing(path), seen);
  return new Set([...seen].flatMap((each) => spoken(TEXTS[each] ?? "")));
}

function visit(path: string, seen: Set<string>): void {
  if (seen.has(path)) return;
  seen.add(path);
  for (const link of linksOf(path))
    if (!isBarrel(link.to)) visit(link.to, seen);
    else for (const [name] of link.names) visit(behind(link.to, name), seen);
}

/** The module that gives what a barrel passes on under a name. */
function behind(barrel: string, name: string): string {
  const link = linksOf(barrel).find(
    (each) => each.again && each.names.some(([, as]) => as === name),
  );
  if (!link) return barrel;
  const [there] = link.names.find(([, as]) => as === name) ?? [name];
  return isBarrel(link.to) ? behind(link.to, there) : link.to;
}

/** Whether a module only passes on what others make. */
function isBarrel(path: string): boolean {
  return path.endsWith("/index.ts") && linksOf(path).some((each) => each.again);
}

function linksOf(path: string): Link[] {
  const text = TEXTS[path] ?? "";
  const links = [...text.matchAll(FROM)].map(([, word, names = "", from = ""]) => ({
    again: word === "export",
    names: named(names),
    to: pathOf(path, from),
  }));
  const later = path.endsWith("/sections.ts") ? [...text.matchAll(LATER)] : [];
  const sections = later.map(([, from = ""]) => ({
    again: false,
    names: [],
    to: pathOf(path, from),
  }));
  return [...links, ...sections].filter((link): link is Link => link.to !== null);
}

function named(names: string): [string, string][] {
  return names
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && !each.startsWith("type "))
    .map((each) => each.split(/\s+as\s+/))
    .map(([there = "", here = there]) => [there, here]);
}

function pathOf(at: string, to: string): string | null {
  if (!/^(@|\.{0,2})\//.test(to)) return null;
  const bare = new URL(to.replace(/^(@\/|\/src\/)/, "/"), `file:///${at}`).pathname.slice(1);
  return ENDS.map((end) => bare + end).find((each) => each in TEXTS) ?? null;
}

function spoken(text: string): string[] {
  return [...text.matchAll(SPOKEN)].flatMap(([, named = '"common"']) =>
    [...named.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name),
  );
}

function missing(path: string): never {
  throw new Error(`There is no module ${path}.`);
}
