import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type CardRef, cardPath } from "@/shared/api";
import classes from "./my-day.module.css";

interface LineProps {
  icon: ReactNode;
  text: string;
  /** The card it is about, and its title once that is known. */
  card?: CardRef | null;
  title?: string;
  note?: ReactNode;
  when: ReactNode;
  late?: boolean;
  actions: ReactNode;
  /** What is pressed instead of the actions or beside them, and may need a line of its own. */
  choices?: ReactNode;
  onOpen?: () => void;
}

/** One thing that needs me. The text leads to its card. */
export function Line({ icon, text, card, title, note, ...line }: LineProps) {
  return (
    <li className={classes.line}>
      <span className={classes.icon} data-late={line.late || undefined} aria-hidden>
        {icon}
      </span>
      <div className={classes.body}>
        {card ? (
          <Link className={classes.text} to={cardPath(card)} title={text} onClick={line.onOpen}>
            {text}
          </Link>
        ) : (
          <span className={classes.text} title={text}>
            {text}
          </span>
        )}
        <span className={classes.note}>
          <span className={classes.when} data-late={line.late || undefined}>
            {line.when}
          </span>
          {title !== undefined && !text.includes(title) && <span>{title}</span>}
          {note}
        </span>
        {line.choices}
      </div>
      <div className={classes.actions}>{line.actions}</div>
    </li>
  );
}
