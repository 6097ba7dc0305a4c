"""Contacts who are away, by what their automatic letters told."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from tests.unit.crm.linking_fakes import MORNING, Office, received

from chalicelib.crm.model.absences import Absence, Substitute
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.model.timeline import Entry, EntryKind, Mark, Source
from chalicelib.crm.service.absences import Absences
from portal.events import Event
from portal.principals import Actor

ANNA = "anna@romashka.example"
TOLD = {
    "since": "2026-03-01",
    "until": "2026-03-14",
    "kind": "vacation",
    "substitute": {"name": "Иван Петров", "address": "ivan@romashka.example", "phone": ""},
}


class MemoryBook:
    def __init__(self) -> None:
        self.known: dict[str, Absence] = {}

    def note(self, absence: Absence) -> None:
        before = self.known.get(absence.contact_id)
        if before is None or before.at < absence.at:
            self.known[absence.contact_id] = absence

    def absences(self, contact_ids: Iterable[str]) -> dict[str, Absence]:
        return {each: self.known[each] for each in contact_ids if each in self.known}


class Desk:
    """Anna's card, and what stands on it."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.office, self.book, self.entries = Office(), MemoryBook(), list[Entry]()
        client, cards = self.office.client, self.office.cards
        parts: dict[str, Any] = {
            "access": SimpleNamespace(visible=lambda _, refs: list(cards.cards(refs).values())),
            "finding": SimpleNamespace(
                find=lambda *_: SimpleNamespace(card_contact_ids=(client.id,))
            ),
            "entries": SimpleNamespace(page=lambda *_: SimpleNamespace(items=self.entries)),
            "hours": SimpleNamespace(hours=WorkingHours),
        }
        self.absences = Absences(
            cards=cards, links=self.office.links, book=self.book, clock=lambda: now, **parts
        )

    def hear(self, told: Any = TOLD, **values: Any) -> Event:
        letter = {"automatic": True, **({"absence": told} if told else {})}
        letter |= values.pop("letter", {})
        event = received(ANNA, communication=letter, **values)
        self.absences.hear(event)
        return event

    def shown(self) -> list[Absence]:
        caller: Any = None
        found = self.absences.of(caller, Contact, self.office.client.id)
        return [absence for _, absence in found]

    def entry(self, minutes: int, **values: Any) -> None:
        client = self.office.client
        entry = Entry(
            id=client.id,
            kind=EntryKind.MAIL,
            at=MORNING + timedelta(minutes=minutes),
            direction="inbound",
            summary="Снова на работе",
            actor=Actor("client", client.id, "Анна"),
            source=Source("communications", client.id),
        )
        self.entries.append(replace(entry, **values))


def test_an_absence_is_shown_with_its_letter_and_the_substitute() -> None:
    """The same letter again changes nothing."""
    desk = Desk()
    event = desk.hear()
    desk.absences.hear(event)
    (found,) = desk.shown()
    assert (found.since, found.until) == (date(2026, 3, 1), date(2026, 3, 14))
    assert found.substitute == Substitute("Иван Петров", "ivan@romashka.example", "")
    assert found.communication_id == event.data["communication"]["id"]


@pytest.mark.parametrize(
    ("now", "shown"),
    [(datetime(2026, 3, 14, 20, 59, tzinfo=UTC), 1), (datetime(2026, 3, 14, 21, tzinfo=UTC), 0)],
)
def test_it_is_over_when_its_last_day_has_passed(now: datetime, shown: int) -> None:
    """By the company's own clock, in Moscow."""
    desk = Desk(now)
    desk.hear()
    assert len(desk.shown()) == shown


def test_it_is_over_when_the_person_writes_himself() -> None:
    """Wherever that letter was put."""
    desk = Desk()
    desk.hear()
    desk.entry(5)
    assert desk.shown() == []


@pytest.mark.parametrize(
    "entry",
    [
        {"minutes": -5},
        {"minutes": 5, "mark": Mark.AUTOMATIC},
        {"minutes": 5, "direction": "outbound"},
        {"minutes": 5, "actor": Actor("client", "01JD5B8Q3V7W2X4Y6Z8A0C1E4B", "Другой")},
    ],
)
def test_other_letters_do_not_end_it(entry: dict[str, Any]) -> None:
    """Neither older ones, nor a machine's, ours, or a colleague's."""
    desk = Desk()
    desk.hear()
    desk.entry(**entry)
    assert len(desk.shown()) == 1


def test_an_older_letter_does_not_replace_a_newer_one() -> None:
    """Events arrive in any order."""
    desk = Desk()
    desk.hear()
    desk.hear(TOLD | {"until": "2026-12-31"}, letter={"at": "2026-03-01T09:00:00.000Z"})
    assert [each.until for each in desk.shown()] == [date(2026, 3, 14)]


@pytest.mark.parametrize("values", [{"authenticated": False}, {"counterparts": ["x@y.example"]}])
def test_who_is_not_surely_a_contact_is_not_away(values: dict[str, Any]) -> None:
    """A forged letter sends nobody on vacation, and a stranger's has no card."""
    desk = Desk()
    desk.hear(**values)
    assert desk.book.known == {}


def test_a_letter_without_an_absence_tells_of_none() -> None:
    """Nothing is asked of the table for its sake."""
    desk = Desk()
    desk.hear(None)
    assert (desk.book.known, desk.office.cards.asked) == ({}, [])
