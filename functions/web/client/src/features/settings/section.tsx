import type { ReactNode } from "react";
import classes from "./settings.module.css";

interface SectionProps {
  title: string;
  text: string;
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, text, action, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.head}>
        <div className={classes.heading}>
          <h2 className={classes.title}>{title}</h2>
          <p className={classes.text}>{text}</p>
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
