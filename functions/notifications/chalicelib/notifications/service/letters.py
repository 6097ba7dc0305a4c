"""The letters that tell people of notifications."""

from collections.abc import Sequence

from chalicelib.notifications.model import Kind, Notification, Person, language_of
from chalicelib.notifications.model.digests import as_html, as_text
from portal.cards import CardKind
from portal.letters import Letter
from portal.values import dataclass

_PAGES = {
    CardKind.LEAD: "leads",
    CardKind.DEAL: "deals",
    CardKind.CONTACT: "contacts",
    CardKind.COMPANY: "companies",
}


@dataclass(frozen=True)
class Letters:
    """Words and addresses; the same things told again make a letter with the same Message-ID."""

    mail_domain: str
    portal_url: str

    def of_one(self, told: Notification, person: Person) -> Letter:
        """The letter of one notification."""
        words, link = language_of(person.language), self._link(told, person)
        return Letter(
            message_id=f"<{told.id.lower()}@{self.mail_domain}>",
            to=person.email,
            subject=words.subject(told.kind, told.text),
            text=words.body(told.text, link, for_client=person.is_client),
        )

    def of_several(self, told: Sequence[Notification], person: Person) -> Letter:
        """The letter of what was held; of a single thing it is as if that had not been held."""
        if len(told) == 1:
            return self.of_one(told[0], person)
        words, settings = language_of(person.language), f"{self.portal_url}/settings/notifications"
        return Letter(
            # A notification is in one digest at most, which the first one can therefore name.
            message_id=f"<{told[0].id.lower()}.digest@{self.mail_domain}>",
            to=person.email,
            subject=words.subject_of_digest([one.text for one in told]),
            text=as_text(words, told, lambda one: self._link(one, person), settings),
            html=as_html(words, told, lambda one: self._link(one, person), settings),
        )

    def _link(self, told: Notification, person: Person) -> str | None:
        if not told.about:
            return f"{self.portal_url}/inbox" if told.kind is Kind.UNLINKED_LETTER else None
        card = told.about[0]
        if person.is_client:
            return f"{self.portal_url}/room/{card.id}"
        return f"{self.portal_url}/{_PAGES[card.kind]}/{card.id}"
