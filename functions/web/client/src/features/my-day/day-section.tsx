import { Link } from "@tanstack/react-router";
import { Children, type ReactNode } from "react";
import classes from "./my-day.module.css";

interface DaySectionProps {
  title: string;
  tone?: "late";
  /** Where the rest of a list that is cut short stands. */
  more?: { to: string; label: string };
  children: ReactNode;
}

/** Lines of one sort; nothing at all where there are none. */
export function DaySection({ title, tone, more, children }: DaySectionProps) {
  const count = Children.count(children);
  if (count === 0) return null;
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.heading} data-tone={tone}>
        {title}
        {!more && <span className={classes.count}>{count}</span>}
      </h2>
      <ul className={classes.lines}>{children}</ul>
      {more && (
        <Link className={classes.more} to={more.to}>
          {more.label}
        </Link>
      )}
    </section>
  );
}
