"""Taking notifications to where people are when they are not in the portal."""

from dataclasses import dataclass
from datetime import timedelta

from chalicelib.notifications.model import (
    Delivery,
    DeliveryState,
    Notification,
    Person,
    language_of,
)
from chalicelib.notifications.service.ports import DeliveriesStore, PeopleStore, Post
from portal.cards import CardKind
from portal.clock import Clock
from portal.errors import UnavailableError
from portal.letters import Letter, RefusedError

MAIL = "mail"

ABANDONED_AFTER = timedelta(minutes=1)
"""Longer than the function that sends may run: a delivery that began earlier and has no end never will."""

_PAGES = {
    CardKind.LEAD: "leads",
    CardKind.DEAL: "deals",
    CardKind.CONTACT: "contacts",
    CardKind.COMPANY: "companies",
}


@dataclass(frozen=True)
class Delivering:
    """Delivery by mail, at least once; a letter that may have gone twice bears the same Message-ID."""

    deliveries: DeliveriesStore
    people: PeopleStore
    post: Post
    clock: Clock
    mail_domain: str
    portal_url: str

    def by_mail(self, notification: Notification) -> None:
        """Sends the notification to its person, unless that has been done.

        Raises:
            UnavailableError: the person's address is not known yet, or the letter is being sent at this moment.
        """
        person = self.people.person(notification.person_id)
        if person is None:
            raise UnavailableError("The address of this person is not known yet.")
        begun = Delivery(notification.id, MAIL, DeliveryState.SENDING, self.clock())
        if self.deliveries.claim(begun, self.clock() - ABANDONED_AFTER):
            self.deliveries.finish(self._send(notification, person))
        else:
            self._require_ended(notification)

    def _send(self, notification: Notification, person: Person) -> Delivery:
        if not person.active:
            return self._outcome(notification, DeliveryState.SKIPPED, reason="The person left.")
        try:
            provider_id = self.post.send(self._letter(notification, person))
        except RefusedError as error:
            return self._outcome(notification, DeliveryState.REFUSED, reason=str(error))
        return self._outcome(notification, DeliveryState.SENT, provider_id=provider_id)

    def _outcome(
        self,
        notification: Notification,
        state: DeliveryState,
        *,
        provider_id: str | None = None,
        reason: str | None = None,
    ) -> Delivery:
        return Delivery(notification.id, MAIL, state, self.clock(), provider_id, reason)

    def _letter(self, notification: Notification, person: Person) -> Letter:
        words = language_of(person.language)
        return Letter(
            message_id=f"<{notification.id.lower()}@{self.mail_domain}>",
            to=person.email,
            subject=words.subject(notification.kind, notification.text),
            text=words.body(
                notification.text, self._link(notification, person), for_client=person.is_client
            ),
        )

    def _link(self, notification: Notification, person: Person) -> str | None:
        if not notification.about:
            return None
        card = notification.about[0]
        if person.is_client:
            return f"{self.portal_url}/room/{card.id}"
        return f"{self.portal_url}/{_PAGES[card.kind]}/{card.id}"

    def _require_ended(self, notification: Notification) -> None:
        delivery = self.deliveries.delivery(notification.id, MAIL)
        if delivery is None or not delivery.state.final:
            raise UnavailableError("This letter is being sent at this moment.")
