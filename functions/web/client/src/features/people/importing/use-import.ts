import { useState } from "react";
import { api, bodyOf, type Schemas } from "@/shared/api";
import type { Row } from "./rows";

export type Result = Schemas["RowResult"];

/** As many rows as the portal takes at once. */
const PART = 50;

/** Sends a list part by part; what was added stays added, and a repetition goes on where it ended. */
export function useImport() {
  const [done, setDone] = useState(0);
  const run = async (rows: readonly Row[], dry_run: boolean, invite: boolean) => {
    const results: Result[] = [];
    setDone(0);
    for (let from = 0; from < rows.length; from += PART) {
      const part = rows.slice(from, from + PART);
      const body = { rows: part, dry_run, invite };
      const { items } = await bodyOf(api.POST("/api/people/employee-imports", { body }));
      results.push(...items);
      setDone(results.length);
    }
    return results;
  };
  return { run, done };
}
