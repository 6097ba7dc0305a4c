import { Badge } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api";
import { useProviderName } from "../provider/use-provider";
import { When } from "../values";
import classes from "./security.module.css";

interface SessionLinesProps {
  sessions: readonly Schemas["OpenSessionView"][];
  /** What can be done with one. */
  action?: (session: Schemas["OpenSessionView"]) => ReactNode;
}

/** Where somebody is signed in. */
export function SessionLines({ sessions, action }: SessionLinesProps) {
  const { t } = useTranslation(["security", "provider"]);
  const provider = useProviderName();
  return (
    <ul className={classes.lines} aria-label={t("sessions")}>
      {sessions.map((session) => (
        <li key={session.id} className={classes.line}>
          <div className={classes.what}>
            <p>
              {session.device || t("unknownDevice")}{" "}
              {session.current && (
                <Badge variant="light" size="sm" tt="none" fw={500}>
                  {t("thisOne")}
                </Badge>
              )}
            </p>
            <p className={classes.quiet}>
              {session.address &&
                t(session.nearby ? "fromNearby" : "from", { address: session.address })}
            </p>
            <p className={classes.quiet}>
              {t("begun")} {session.by_provider && `${t("provider:via", { provider })} `}
              <When at={session.begun_at} as="day" />, {t("used")} <When at={session.used_at} />
            </p>
          </div>
          {action?.(session)}
        </li>
      ))}
    </ul>
  );
}

/** What touched somebody's way in, the latest first. */
export function NoteLines({ notes }: { notes: readonly Schemas["SecurityNoteView"][] }) {
  const { t } = useTranslation("security");
  return (
    <ul className={classes.lines} aria-label={t("notes")}>
      {notes.map((note) => (
        <li key={note.id} className={classes.line}>
          <div className={classes.what}>
            <p>{t(`note_${note.kind}`, { detail: note.detail || t("unknownDevice") })}</p>
            <p className={classes.quiet}>
              {note.by}, <When at={note.at} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
