"""Employees who say when they are away."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import Mock

import pytest
from tests.unit.people.fakes import MemoryStore

from chalicelib.people import consumers
from chalicelib.people.events import PersonChanged
from chalicelib.people.model import Person
from chalicelib.people.model.absences import Absence
from chalicelib.people.service.absences import Absences, Said
from portal.errors import InvalidError
from portal.events import Event
from portal.ids import new_id
from portal.principals import SYSTEM, Role

NOW = datetime(2026, 11, 30, 21, 30, tzinfo=UTC)
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 14)
ME = Person(new_id(), "Иван Продавцов", "ivan@demo.example", frozenset({Role.EMPLOYEE}))
PETR = Person(new_id(), "Пётр Сменщиков", "petr@demo.example", frozenset({Role.EMPLOYEE}))


class MemoryBook:
    def __init__(self) -> None:
        self.kept: dict[str, Absence] = {}
        self.events: list[Event] = []

    def absences(self) -> list[Absence]:
        return list(self.kept.values())

    def absence(self, person_id: str) -> Absence | None:
        return self.kept.get(person_id)

    def save(self, person_id: str, absence: Absence | None, event: Event) -> None:
        self.kept.pop(person_id, None)
        if absence:
            self.kept[person_id] = absence
        self.events.append(event)


class Office:
    """The seller and a colleague."""

    def __init__(self, now: datetime = NOW) -> None:
        self.book, store = MemoryBook(), MemoryStore()
        store.people = {each.id: each for each in (ME, PETR)}
        self.store, self.now = store, now
        self.absences = Absences(store, self.book, lambda: self.now, new_id)

    def say(self, **values: Any) -> Absence:
        said = replace(Said(FIRST, LAST, "Я в отпуске.", PETR.id), **values)
        return self.absences.say(ME.to_principal(), said)


def test_an_absence_is_seen_and_announced_with_who_stands_in() -> None:
    """By the seller's own clock it is December already."""
    office = Office()
    made = office.say()
    assert made.stand_in
    assert (made.person_name, made.stand_in.email) == ("Иван Продавцов", "petr@demo.example")
    assert office.absences.lasting() == [made]
    (event,) = office.book.events
    assert event.data["absence"]["until"] == "2026-12-14"


def test_a_changed_absence_stays_the_same_one() -> None:
    """Who was answered is not answered again; another absence is another."""
    office = Office()
    ids = [office.say().id, office.say(until=date(2026, 12, 20), text="Дольше.").id]
    ids.append(office.say(since=date(2027, 2, 1), until=date(2027, 2, 2)).id)
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    "values",
    [
        {"since": LAST, "until": FIRST},
        {"since": date(2026, 11, 1), "until": date(2026, 11, 30)},
        {"until": date(2028, 12, 1)},
        {"stand_in_id": ME.id},
        {"stand_in_id": new_id()},
    ],
)
def test_what_cannot_be_is_refused(values: dict[str, Any]) -> None:
    """Nothing is stored and nobody is told."""
    office = Office()
    with pytest.raises(InvalidError):
        office.say(**values)
    assert (office.book.kept, office.book.events) == ({}, [])


def test_who_left_stands_in_for_nobody() -> None:
    """His letters would go nowhere."""
    office = Office()
    office.store.people[PETR.id] = replace(PETR, active=False)
    with pytest.raises(InvalidError):
        office.say()


def test_who_is_back_says_so_once() -> None:
    """The second time there is nothing to tell."""
    office = Office()
    office.say()
    for _ in range(2):
        office.absences.end(ME.to_principal())
    assert office.absences.lasting() == []
    assert [event.data["absence"] is None for event in office.book.events] == [False, True]


def test_what_is_over_is_not_shown() -> None:
    """Though the table has not forgotten it yet: by the seller's own clock the day after has begun."""
    office = Office()
    office.say()
    office.now = datetime(2026, 12, 14, 20, 59, tzinfo=UTC)
    assert office.absences.lasting()
    office.now = datetime(2026, 12, 14, 21, 1, tzinfo=UTC)
    assert office.absences.lasting() == []


def test_who_left_is_not_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """His account is closed, and colleagues wait for him no more; closed twice, it is told once."""
    monkeypatch.setattr(consumers, "end_tokens", lambda _: None)
    office = Office()
    office.say()
    reactions = Mock(absences=office.absences)
    gone = PersonChanged.between(ME, replace(ME, active=False), NOW)
    for _ in range(2):
        consumers.on_person_changed(reactions, gone.to_event(new_id(), NOW, SYSTEM))
    assert (office.absences.lasting(), len(office.book.events)) == ([], 2)
