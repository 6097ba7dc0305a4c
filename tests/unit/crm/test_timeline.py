"""The words of the timeline: who may be told of an entry, and in how many words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chalicelib.crm.events.timeline import EntryAdded
from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.timeline import Entry, EntryKind, Source, summary_of
from portal.cards import CardKind, CardRef
from portal.ids import new_id
from portal.principals import SYSTEM

STAFF = frozenset({"employee:1", "head:2", "role:owner"})
CLIENTS = frozenset({"contact:anna", "contact:boris"})
ENTRY = Entry(
    id=new_id(),
    kind=EntryKind.STAGE,
    at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    direction=None,
    summary="Новая → Проиграна",
    actor=SYSTEM,
    source=Source("crm", new_id()),
    note="Дорого",
)


@pytest.mark.parametrize(
    ("values", "clients"),
    [
        ({}, set()),
        ({"for_all_clients": True}, CLIENTS),
        ({"contact_ids": frozenset({"anna"})}, {"contact:anna"}),
        ({"contact_ids": frozenset({"stranger"})}, set()),
    ],
)
def test_a_client_is_told_what_is_his(values: dict[str, object], clients: set[str]) -> None:
    """The company's people always are; a contact who does not see the card never is."""
    entry = replace(ENTRY, **values)  # type: ignore[arg-type]  # fields by their names
    assert entry.audience(STAFF | CLIENTS) == STAFF | clients


def test_no_client_reads_why() -> None:
    """The reason of a loss is the company's own, in what is read and in what is announced."""
    assert ENTRY.for_clients() == replace(ENTRY, note=None)
    card = Card(CardKind.DEAL, new_id(), "Трубы", "1", frozenset(), STAFF | CLIENTS)
    event = EntryAdded(replace(ENTRY, for_all_clients=True), card).to_event(new_id(), ENTRY.at)
    assert "Дорого" not in event.to_json()


def test_an_entry_is_about_every_card_it_stands_on() -> None:
    """The main card comes first, and none twice."""
    card = Card(CardKind.DEAL, new_id(), "Трубы", "1", frozenset({"7", "3"}), STAFF)
    firm = CardRef(CardKind.COMPANY, new_id())
    event = EntryAdded(ENTRY, card, (card.ref, firm), ("9",)).to_event(new_id(), ENTRY.at)
    assert event.about == (card.ref, firm)
    assert event.data["participant_ids"] == ["3", "7"]
    assert event.data["mentioned_ids"] == ["9"]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Позвонить", "Позвонить"),
        (" Первая\n\nвторая\tтретья ", "Первая вторая третья"),
        ("ж" * 200, "ж" * 200),
        ("ж" * 201, "ж" * 199 + "…"),
        ("", ""),
    ],
)
def test_a_summary_is_one_line(text: str, summary: str) -> None:
    """Lines become one, and what is long is cut with a sign of it."""
    assert summary_of(text) == summary
