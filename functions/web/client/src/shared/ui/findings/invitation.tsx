import {
  IconCalendarCancel,
  IconCalendarCheck,
  IconCalendarEvent,
  IconCalendarQuestion,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useFormats } from "../../i18n";
import { LetterText } from "../letter-text";
import classes from "./findings.module.css";
import { spanOf } from "./span";

type Found = Schemas["InvitationView"];

const ICONS = {
  invited: IconCalendarEvent,
  event: IconCalendarEvent,
  cancelled: IconCalendarCancel,
  answered: IconCalendarCheck,
  proposed: IconCalendarQuestion,
} as const;

/** An appointment that a letter tells of, by the reader's clock. */
export function Invitation({ invitation }: { invitation: Found }) {
  const { t } = useTranslation("findings");
  const formats = useFormats();
  const { kind, organiser } = invitation;
  const Icon = ICONS[kind];
  const span = spanOf(invitation, formats);
  return (
    <section
      className={classes.found}
      aria-label={t(kind)}
      data-gone={kind === "cancelled" || undefined}
    >
      <Icon size={20} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <p className={classes.kind}>{t(kind)}</p>
        <p className={classes.title}>{invitation.title || t("untitled")}</p>
        {kind === "answered" && <p className={classes.said}>{saidBy(invitation)}</p>}
        <dl className={classes.facts}>
          {span && <Fact name={t("when")}>{repeating(span)}</Fact>}
          {invitation.place && (
            <Fact name={t("where")}>
              <LetterText text={invitation.place} />
            </Fact>
          )}
          {organiser && <Fact name={t("organiser")}>{nameOf(organiser)}</Fact>}
        </dl>
      </div>
    </section>
  );

  function repeating(when: string) {
    return invitation.repeats ? `${when}, ${t("repeats")}` : when;
  }

  function saidBy({ answered_by: by, reply }: Found) {
    const who = (by && nameOf(by)) || t("somebody");
    return t(reply ? `said_${reply}` : "said_nothing", { who });
  }
}

export function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function nameOf({ name, address }: Schemas["PartyView"]): string {
  return name && address && name !== address ? `${name} (${address})` : name || address;
}
