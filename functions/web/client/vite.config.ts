import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { keptFiles } from "./kept-files.ts";

// `make run` of another port is reached by PORTAL_URL, so that a page under work shows a living portal.
const portal = process.env.PORTAL_URL ?? "http://localhost:8000";
const proxy = { "/api": { target: portal } };

export default defineConfig({
  // `make run` shows its steps; two hundred lines of file sizes would hide them.
  logLevel: "warn",
  plugins: [react(), keptFiles()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: process.env.WEB_OUT ?? "../../../.local/build/web",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    // What the first page weighs is held by a test.
    chunkSizeWarningLimit: Infinity,
    // Seventy small files of the first page weigh a fifth more than one, each compressed by itself.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "base", test: /\/src\/main\.tsx$/, priority: 2 },
            {
              name: "staff",
              test: /\/src\/(app\/shell\/shell|features\/my-day\/my-day-page)\.tsx$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy, port: Number(process.env.WEB_PORT ?? 5173) },
  preview: { proxy, port: Number(process.env.WEB_PORT ?? 4173) },
  test: {
    environment: "jsdom",
    globals: true,
    setupFiles: ["src/shared/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
  },
});
