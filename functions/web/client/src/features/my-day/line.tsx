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
}

/** One thing that needs me. The text leads to its card. */
export function Line({ icon, text, card, title, note, when, late, actions }: LineProps) {
  return (
    <li className={classes.line}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <div className={classes.body}>
        {card ? (
          <Link className={classes.text} to={cardPath(card)}>
            {text}
          </Link>
        ) : (
          <span className={classes.text}>{text}</span>
        )}
        <span className={classes.note}>
          {title !== undefined && !text.includes(title) && <span>{title}</span>}
          {note}
        </span>
      </div>
      <span className={classes.when} data-late={late || undefined}>
        {when}
      </span>
      <div className={classes.actions}>{actions}</div>
    </li>
  );
}
