import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./page.module.css";

interface PageHeaderProps {
  title: string;
  /** Beside the title: a count that the server gave. */
  note?: ReactNode;
  /** Under the title: filters, tabs. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** The title of a page, once, with its actions at the right. */
export function PageHeader({ title, note, actions, children }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <h1 className={classes.title}>{title}</h1>
        {note !== undefined && <span className={classes.note}>{note}</span>}
        <div className={classes.actions}>{actions}</div>
      </div>
      {children && <div className={classes.below}>{children}</div>}
    </header>
  );
}

/** What stands under a page's header; `narrow` for reading, otherwise the full width. */
export function PageBody({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={narrow ? classes.narrow : classes.body}>{children}</div>;
}
