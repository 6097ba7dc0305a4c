"""Employees who say when they are away."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfo

from chalicelib.people.events import AbsenceChanged
from chalicelib.people.model import Person
from chalicelib.people.model.absences import Absence, StandIn, require_days
from chalicelib.people.service.ports import Store
from portal.clock import Clock
from portal.errors import InvalidError, NotFoundError
from portal.events import Event
from portal.ids import Ids
from portal.principals import Actor, Principal
from portal.values import dataclass as value


@value(frozen=True)
class Said:
    """What somebody says of his absence."""

    since: date
    until: date
    text: str
    stand_in_id: str | None


class AbsenceBook(Protocol):
    """At most one absence of each employee; it is forgotten when it is over."""

    def absences(self) -> list[Absence]:
        """All of them."""
        ...

    def absence(self, person_id: str) -> Absence | None:
        """Somebody's, read consistently."""
        ...

    def save(self, person_id: str, absence: Absence | None, event: Event) -> None:
        """Stores it in place of the former one, and announces it."""


@dataclass(frozen=True)
class Absences:
    """One's own absence, which all colleagues see."""

    store: Store
    book: AbsenceBook
    clock: Clock
    ids: Ids

    def lasting(self) -> list[Absence]:
        """Those that are not over, the first to end first."""
        now = self.clock()
        lasting = [each for each in self.book.absences() if each.lasts(now)]
        return sorted(lasting, key=lambda each: (each.until, each.person_name))

    def say(self, caller: Principal, said: Said) -> Absence:
        """The caller's absence, in place of the one before.

        Raises:
            InvalidError: the days will not do, or the colleague is none who can sign in.
        """
        person = self._person(caller.id)
        require_days(said.since, said.until, self._today(ZoneInfo(person.time_zone)))
        made = Absence(
            id=self.ids(),
            person_id=person.id,
            person_name=person.name,
            since=said.since,
            until=said.until,
            text=said.text,
            stand_in=self._stand_in(person, said.stand_in_id),
            set_at=self.clock(),
            zone=person.time_zone,
            language=person.language,
        )
        absence = made.in_place_of(self.book.absence(person.id))
        self._save(person.id, absence, Actor.of(caller))
        return absence

    def end(self, caller: Principal) -> None:
        """The caller is back; once more changes nothing."""
        self.end_of(caller.id, Actor.of(caller))

    def end_of(self, person_id: str, actor: Actor) -> None:
        """Somebody is not awaited any more, such as whoever left; once more changes nothing."""
        if self.book.absence(person_id):
            self._save(person_id, None, actor)

    def _save(self, person_id: str, absence: Absence | None, actor: Actor) -> None:
        told = AbsenceChanged(person_id, absence)
        event = told.to_event(self.ids(), self.clock(), actor)
        self.book.save(person_id, absence, event)

    def _stand_in(self, person: Person, stand_in_id: str | None) -> StandIn | None:
        if stand_in_id is None:
            return None
        found = self.store.person(stand_in_id)
        if found is None or found.is_client or not found.active or found.id == person.id:
            raise InvalidError.at("/stand_in_id", "Choose another colleague who can sign in.")
        return StandIn(found.id, found.name, found.email)

    def _person(self, person_id: str) -> Person:
        person = self.store.person(person_id)
        if person is None:
            raise NotFoundError("There is no such person.")
        return person

    def _today(self, zone: ZoneInfo) -> date:
        return self.clock().astimezone(zone).date()
