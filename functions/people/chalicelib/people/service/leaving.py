"""An employee leaves: his account is closed, and his work goes to colleagues."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from chalicelib.people.events import PersonChanged, WorkHandedOver
from chalicelib.people.model import Person
from chalicelib.people.model.handing import HandOver, WorkKind
from chalicelib.people.service.ports import Store
from chalicelib.people.service.rights import guard_of
from portal.clock import Clock
from portal.errors import (
    ConflictError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    StaleVersionError,
)
from portal.ids import Ids
from portal.principals import Actor, Principal

Recipients = Mapping[WorkKind, str]
"""To whom each kind of work goes; a kind that is not named stays where it is."""


@dataclass(frozen=True)
class Leaving:
    """Closes an account and hands the work over, in one write: nobody is gone whose work went nowhere."""

    store: Store
    clock: Clock
    ids: Ids

    def deactivate(
        self, actor: Principal, person_id: str, recipients: Recipients, if_match: int | None
    ) -> Person:
        """The employee, who can no longer sign in; his sessions end, and his name stays in history.

        Raises:
            NotFoundError: there is no such employee.
            NotAllowedError: nobody closes his own account, so that the portal always has an owner.
            ConflictError: the account is closed already.
            InvalidError: a recipient is no other employee who can sign in.
            StaleVersionError: somebody saved after `if_match`.
            ConflictError: the actor has ceased to be an owner at this moment.
        """
        before = self._leaver(actor, person_id, if_match)
        actor_, now = Actor.of(actor), self.clock()
        handed = [
            (hand_over, WorkHandedOver(hand_over).to_event(self.ids(), now, actor_))
            for hand_over in self._hand_overs(before, recipients)
        ]
        after = replace(before, active=False).without_sessions(now)
        changed = PersonChanged.between(before, after, now).to_event(self.ids(), now, actor_)
        guard = guard_of(actor, before, after)
        return self.store.save(after, before, changed, handed, guard)

    def _leaver(self, actor: Principal, person_id: str, if_match: int | None) -> Person:
        person = self.store.person(person_id)
        if person is None or person.is_client:
            raise NotFoundError("There is no such employee.")
        if actor.id == person.id:
            raise NotAllowedError(
                "Another owner has to take this right from you, so that the portal always has one."
            )
        if not person.active:
            raise ConflictError("This account is closed already.")
        if if_match not in {None, person.version}:
            raise StaleVersionError
        return person

    def _hand_overs(self, leaver: Person, recipients: Recipients) -> Iterator[HandOver]:
        kinds: dict[str, set[WorkKind]] = defaultdict(set)
        for kind, recipient_id in recipients.items():
            kinds[recipient_id].add(kind)
        for recipient_id, his in kinds.items():
            to = self._recipient(leaver, recipient_id, next(iter(his)))
            yield HandOver(self.ids(), leaver.id, to, frozenset(his))

    def _recipient(self, leaver: Person, recipient_id: str, kind: WorkKind) -> Person:
        person = self.store.person(recipient_id)
        if person is None or person.is_client or not person.active or person.id == leaver.id:
            raise InvalidError.at(
                f"/hand_over/{kind}", "The owner must be an employee who can sign in."
            )
        return person
