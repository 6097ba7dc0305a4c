import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { cardText, type Contact, useCardTitles } from "@/shared/api";
import { CONTACT_FROM_CARD } from "@/shared/lib";
import { CardListPage, useListing } from "./card-list-page";
import { MailLink, PhoneLink, useUsualColumns } from "./cells";
import { useContacts } from "./queries";

const CreateContact = lazy(() => import("./create/create-contact"));

export function ContactsPage() {
  const { t } = useTranslation("clients");
  const listing = useListing();
  const usual = useUsualColumns<Contact>();
  const query = useContacts(listing);
  const titles = useCardTitles(
    query.data?.pages.flatMap((page) =>
      page.items.flatMap(({ company_id: id }) => (id ? [{ kind: "company" as const, id }] : [])),
    ) ?? [],
  );
  return (
    <>
      <CardListPage
        kind="contact"
        title={t("contacts")}
        query={query}
        listing={listing}
        nameOf={(contact) => contact.name}
        empty={{ title: t("contactsEmpty"), text: t("contactsEmptyText") }}
        columns={[
          { key: "name", sort: "name", header: t("name"), render: (contact) => contact.name },
          {
            key: "company",
            phone: "note",
            header: t("company"),
            width: "20%",
            hideBelow: 640,
            render: ({ company_id: id }) => id && titles.get(cardText({ kind: "company", id })),
          },
          {
            key: "job",
            exported: ["job_title"],
            header: t("jobTitle"),
            width: "15%",
            hideBelow: 960,
            render: (contact) => contact.job_title,
          },
          {
            key: "email",
            exported: ["emails"],
            header: t("email"),
            width: "19%",
            hideBelow: 640,
            render: (contact) => <MailLink address={contact.emails[0]} />,
          },
          {
            key: "phone",
            exported: ["phones"],
            phone: "end",
            header: t("phone"),
            width: "136px",
            render: (contact) => <PhoneLink number={contact.phones[0]} />,
          },
          usual.created,
          usual.updated,
          usual.owner,
        ]}
        createVerb={t("newContact")}
        form={(onClose) => <CreateContact onClose={onClose} />}
      />
      <FromBusinessCard />
    </>
  );
}

/** The form for a contact, as the business card in a letter fills it in. */
function FromBusinessCard() {
  const { create } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { history } = useRouter();
  if (!create) return null;
  // Whoever has made the contact is on its page by now, and stays there.
  const close = () =>
    history.location.search.includes("create=") &&
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, create: undefined }),
      replace: true,
    });
  return (
    <Suspense>
      <CreateContact draft={CONTACT_FROM_CARD} onClose={close} />
    </Suspense>
  );
}
