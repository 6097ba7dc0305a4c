import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Of the alphabets that our readers use; the others come when a name needs them. */
const FONTS = /inter-(cyrillic|latin)-wght/;

/** Tells the service worker which files the build has made, and gives the build a name by which it is known. */
export function keptFiles(): Plugin {
  let folder = "";
  return {
    name: "kept-files",
    apply: "build",
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const path = join(folder, "service-worker.js");
      const page = await readFile(join(folder, "index.html"), "utf-8");
      const worker = await readFile(path, "utf-8");
      const files = (await readdir(join(folder, "assets")))
        .filter((name) => /\.(js|css)$/.test(name) || FONTS.test(name))
        .map((name) => `/assets/${name}`)
        .toSorted();
      const first = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, name]) => name ?? "");
      const version = createHash("sha256")
        .update(worker + page + files.join())
        .digest("hex");
      await writeFile(
        path,
        worker
          .replace('"unbuilt"', JSON.stringify(version.slice(0, 12)))
          .replace("const FIRST = []", `const FIRST = ${JSON.stringify([...new Set(first)])}`)
          .replace("const FILES = []", `const FILES = ${JSON.stringify(files)}`),
      );
    },
  };
}
