import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas, usePerson } from "@/shared/api";
import { Section } from "../section";
import classes from "../settings.module.css";
import { MailboxForm } from "./mailbox-form";
import { useReaders } from "./use-readers";

type Mailbox = Schemas["MailboxView"];

/** The company's addresses, and whose they are; owners add, change and close them. */
export function Mailboxes() {
  const { t } = useTranslation("mail");
  const owner = usePerson().roles.includes("owner");
  const mailboxes = $api.useQuery("get", "/api/communications/mailboxes").data?.items;
  const [edited, setEdited] = useState<Mailbox | "new" | null>(null);
  return (
    <Section
      title={t("mailboxes")}
      text={t("mailboxesText")}
      action={
        owner && (
          <Button variant="default" onClick={() => setEdited("new")}>
            {t("newMailbox")}
          </Button>
        )
      }
    >
      <ul className={classes.mailboxes}>
        {mailboxes?.map((mailbox) => (
          <Line
            key={mailbox.id}
            mailbox={mailbox}
            onEdit={owner ? () => setEdited(mailbox) : undefined}
          />
        ))}
      </ul>
      {mailboxes?.length === 0 && <p className={classes.text}>{t("noMailboxes")}</p>}
      {edited && (
        <MailboxForm mailbox={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function Line({ mailbox, onEdit }: { mailbox: Mailbox; onEdit?: () => void }) {
  const { t } = useTranslation("mail");
  const readers = useReaders(mailbox);
  return (
    <li>
      <div className={classes.mailbox}>
        <p className={classes.name}>
          {mailbox.address}
          {mailbox.mine && <span className={classes.mine}>{t("mailboxMine")}</span>}
          {mailbox.closed && <span className={classes.closed}>{t("mailboxClosed")}</span>}
        </p>
        <p className={classes.text}>{[mailbox.name, readers].filter(Boolean).join(" · ")}</p>
        <p className={classes.text}>{t(`privacyOf_${mailbox.privacy}`)}</p>
      </div>
      {onEdit && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPencil size={14} />}
          aria-label={t("changeMailboxOf", { address: mailbox.address })}
          onClick={onEdit}
        >
          {t("changeMailbox")}
        </Button>
      )}
    </li>
  );
}
