import { useMemo } from "react";
import { cleanedPaste } from "./pasted";
import classes from "./formatted.module.css";

/** A short formatted text of our own people, cleaned once more, in the page's colours. */
export function Formatted({ html }: { html: string }) {
  const clean = useMemo(() => cleanedPaste(html), [html]);
  return <div className={classes.formatted} dangerouslySetInnerHTML={{ __html: clean }} />;
}
