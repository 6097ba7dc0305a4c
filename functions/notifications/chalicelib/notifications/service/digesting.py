"""Each minute: what was held goes as one letter to each person whose time has come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.notifications.model import Delivery, DeliveryState, DueDigest, Notification
from chalicelib.notifications.service.delivering import ABANDONED_AFTER, LEFT, MAIL
from chalicelib.notifications.service.letters import Letters
from chalicelib.notifications.service.ports import DigestsStore, PeopleStore, Post
from portal.clock import Clock
from portal.due import do_each
from portal.letters import RefusedError
from portal.values import dataclass

IN_ONE_LETTER = 90
"""A longer one nobody reads; what is more goes with the next letter, a minute later."""

IN_ONE_MINUTE = 50


@dataclass(frozen=True)
class Digesting:
    """Sends each digest once: which notifications are in it is noted before, and what became of it after.

    Where it cannot be told whether a letter went, it goes again with the same Message-ID.
    """

    store: DigestsStore
    people: PeopleStore
    post: Post
    clock: Clock
    letters: Letters

    def send_due(self) -> None:
        """Sends what is due, as much as a minute allows.

        Raises:
            LeftDueError: after all the others were tried.
        """
        do_each(self.store.due_digests(self.clock(), IN_ONE_MINUTE), self._send)

    def _send(self, due: DueDigest) -> None:
        told = self.store.held(due, IN_ONE_LETTER)
        if told and due.outcome is None:
            due = self._post(due, told, self.clock())
        if told and due.outcome:
            self.store.clear(due.person_id, told, _outcome(due, due.outcome, self.clock()))
        self.store.close(due)

    def _post(self, due: DueDigest, told: Sequence[Notification], now: datetime) -> DueDigest:
        taken = replace(due, ids=tuple(one.id for one in told), begun_at=now)
        begun = self.store.begin(taken, now - ABANDONED_AFTER)
        ended = self._hand_over(begun, told)
        self.store.end(ended)
        return ended

    def _hand_over(self, due: DueDigest, told: Sequence[Notification]) -> DueDigest:
        person = self.people.people([due.person_id]).get(due.person_id)
        if person is None or not person.active:
            return replace(due, outcome=DeliveryState.SKIPPED, reason=LEFT)
        try:
            provider_id = self.post.send(self.letters.of_several(told, person))
        except RefusedError as error:
            return replace(due, outcome=DeliveryState.REFUSED, reason=str(error))
        return replace(due, outcome=DeliveryState.SENT, provider_id=provider_id)


def _outcome(due: DueDigest, state: DeliveryState, now: datetime) -> Delivery:
    # The id is each notification's own, which the store knows.
    return Delivery("", MAIL, state, now, due.provider_id, due.reason, digest=True)
