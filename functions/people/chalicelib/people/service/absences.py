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
        """Those that are not over anywhere on earth, the first to end first."""
        today = self._today(ZoneInfo("Etc/GMT+12"))
        lasting = [each for each in self.book.absences() if each.until >= today]
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
        )
        absence = made.in_place_of(self.book.absence(person.id))
        self._save(caller, absence)
        return absence

    def end(self, caller: Principal) -> None:
        """The caller is back; once more changes nothing."""
        if self.book.absence(caller.id):
            self._save(caller, None)

    def _save(self, caller: Principal, absence: Absence | None) -> None:
        told = AbsenceChanged(caller.id, absence)
        event = told.to_event(self.ids(), self.clock(), Actor.of(caller))
        self.book.save(caller.id, absence, event)

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
