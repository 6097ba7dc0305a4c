"""Taking notifications to where people are when they are not in the portal."""

from datetime import datetime, timedelta

from chalicelib.notifications.model import (
    Delivery,
    DeliveryState,
    Notification,
    Person,
)
from chalicelib.notifications.service.letters import Letters
from chalicelib.notifications.service.ports import DeliveriesStore, PeopleStore, Post
from portal.clock import Clock
from portal.errors import UnavailableError
from portal.letters import RefusedError
from portal.values import dataclass

MAIL = "mail"

ABANDONED_AFTER = timedelta(minutes=1)
"""Longer than the function that sends may run: a delivery that began earlier and has no end never will."""

LEFT = "left"
SWITCHED_OFF = "switched_off"


@dataclass(frozen=True)
class Delivering:
    """Delivery by mail, at least once; a letter that may have gone twice bears the same Message-ID."""

    deliveries: DeliveriesStore
    people: PeopleStore
    post: Post
    clock: Clock
    letters: Letters

    def by_mail(self, notification: Notification) -> None:
        """Sends the notification to its person, or holds it for a digest, unless that has been done.

        Raises:
            UnavailableError: the person's address is not known yet, or the letter is being sent at this moment.
        """
        person = self.people.people([notification.person_id]).get(notification.person_id)
        if person is None:
            raise UnavailableError("The address of this person is not known yet.")
        if until := self._held_until(notification, person):
            held = Delivery(notification.id, MAIL, DeliveryState.HELD, self.clock(), until=until)
            done = self.deliveries.hold(held, notification, self.clock() - ABANDONED_AFTER)
        else:
            done = self._send_now(notification, person)
        if not done:
            self._require_ended(notification)

    def _held_until(self, notification: Notification, person: Person) -> datetime | None:
        if not person.active or not _wanted(notification, person) or person.is_client:
            return None
        return person.preferences.held_until(notification.kind, self.clock(), person.time_zone)

    def _send_now(self, notification: Notification, person: Person) -> bool:
        begun = Delivery(notification.id, MAIL, DeliveryState.SENDING, self.clock())
        if not self.deliveries.claim(begun, self.clock() - ABANDONED_AFTER):
            return False
        self.deliveries.finish(self._send(notification, person))
        return True

    def _send(self, notification: Notification, person: Person) -> Delivery:
        if not person.active:
            return self._outcome(notification, DeliveryState.SKIPPED, reason=LEFT)
        if not _wanted(notification, person):
            return self._outcome(notification, DeliveryState.SKIPPED, reason=SWITCHED_OFF)
        try:
            provider_id = self.post.send(self.letters.of_one(notification, person))
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

    def _require_ended(self, notification: Notification) -> None:
        delivery = self.deliveries.delivery(notification.id, MAIL)
        if delivery is None or not delivery.state.final:
            raise UnavailableError("This letter is being sent at this moment.")


def _wanted(notification: Notification, person: Person) -> bool:
    """A client chooses nothing: he is written to when he is answered."""
    return person.is_client or person.preferences.by_mail(notification.kind)
