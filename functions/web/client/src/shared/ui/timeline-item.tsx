import { IconArrowDownLeft, IconArrowUpRight, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { When } from "./values";
import classes from "./timeline-item.module.css";

interface TimelineItemProps {
  icon: ReactNode;
  who: string;
  /** What happened, in one line. */
  what: ReactNode;
  at: string;
  direction?: string | null;
  /** The word for the direction, for those who hear it. */
  directionLabel?: string;
  /** A word that sets it apart: automatic, refused. */
  badge?: ReactNode;
  /** What the badge says is bad news. */
  badgeKind?: "late";
  /** How many it stands for, itself included. */
  count?: number;
  /** What can be done with it, at the right. */
  menu?: ReactNode;
  fresh?: boolean;
  /** Opens in place; without it the entry says all there is. */
  open?: boolean;
  onToggle?: () => void;
  /** What stands under the line whether it is open or not. */
  children?: ReactNode;
}

/** One thing that happened on a card. */
export function TimelineItem(props: TimelineItemProps) {
  const id = useId();
  const line = (
    <>
      <span className={classes.who}>{props.who}</span>
      {props.direction && (
        <DirectionMark direction={props.direction} label={props.directionLabel} />
      )}
      <span className={classes.what}>{props.what}</span>
      {props.count !== undefined && <span className={classes.count}>{props.count}</span>}
      {props.badge && (
        <span className={classes.badge} data-kind={props.badgeKind}>
          {props.badge}
        </span>
      )}
    </>
  );
  return (
    <article className={classes.item} data-fresh={props.fresh || undefined} data-open={props.open}>
      <span className={classes.icon} aria-hidden>
        {props.icon}
      </span>
      <div className={classes.main}>
        <div className={classes.head}>
          {props.onToggle ? (
            <button
              type="button"
              className={classes.line}
              aria-expanded={props.open ?? false}
              aria-controls={id}
              onClick={props.onToggle}
              data-row-link
            >
              {line}
              <IconChevronRight className={classes.chevron} size={14} aria-hidden />
            </button>
          ) : (
            <div className={classes.line}>{line}</div>
          )}
          <span className={classes.at}>
            <When at={props.at} as="time" />
          </span>
          {props.menu && <span className={classes.menu}>{props.menu}</span>}
        </div>
        <div id={id}>{props.children}</div>
      </div>
    </article>
  );
}

function DirectionMark({ direction, label }: { direction: string; label?: string }) {
  const Icon = direction === "inbound" ? IconArrowDownLeft : IconArrowUpRight;
  return (
    <span className={classes.direction} role="img" aria-label={label} title={label}>
      <Icon size={14} />
    </span>
  );
}
