import type { ReactNode } from "react";
import classes from "./split.module.css";

interface SplitProps {
  /** The list alone. */
  full: ReactNode;
  /** The list as it stands beside an open card. */
  beside: ReactNode;
  /** The open card, if any. */
  side: ReactNode | null;
}

/** A list and the card opened from it: beside it on a wide screen, over it on any other. */
export function Split({ full, beside, side }: SplitProps) {
  if (side === null) return <>{full}</>;
  return (
    <div className={classes.split}>
      <aside className={classes.list}>{beside}</aside>
      <div className={classes.side}>{side}</div>
    </div>
  );
}
