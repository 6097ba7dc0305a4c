"""The event on a changed item reaches the bus."""

from datetime import UTC, datetime
from typing import Any

import pytest

from portal.cards import CardKind, CardRef
from portal.events import Event
from portal.ids import new_id
from portal.principals import Actor
from portal.publishing import PublishError, announced, publish


def event(**data: Any) -> Event:
    return Event(
        id=new_id(),
        type="crm.deal_won",
        version=1,
        occurred_at=datetime(2026, 3, 2, tzinfo=UTC),
        data=data,
        actor=Actor("employee", new_id(), "Иван"),
        about=(CardRef(CardKind.DEAL, new_id()),),
        audience=frozenset({"role:owner"}),
    )


def record(new: Event | None, old: Event | None = None) -> dict[str, Any]:
    images = {"NewImage": new, "OldImage": old}
    return {"dynamodb": {k: {"event": {"S": v.to_json()}} for k, v in images.items() if v}}


class Bus:
    """Takes what it is given, but for the first `refuses` entries."""

    def __init__(self, refuses: int = 0) -> None:
        self.calls: list[list[dict[str, Any]]] = []
        self._refuses = refuses

    def put_events(self, Entries: list[dict[str, Any]]) -> dict[str, Any]:  # noqa: N803  # boto3's name
        self.calls.append(Entries)
        return {"FailedEntryCount": self._refuses, "Entries": []}


def test_a_new_event_is_announced_as_it_stands() -> None:
    """The envelope survives the item, and names its source and type."""
    won = event(сумма="1.00")
    bus = Bus()
    assert publish([record(won)], bus, "portal") == 1
    (entry,) = bus.calls[0]
    assert (entry["Source"], entry["DetailType"]) == ("portal.crm", "crm.deal_won.v1")
    assert entry["Detail"] == won.to_json()


def test_an_old_event_is_not_announced_again() -> None:
    """A write that leaves the event as it was announces nothing; nor does a deletion."""
    won = event()
    assert announced(record(won, won)) is None
    assert announced(record(None, won)) is None
    assert announced(record(event(), won)) is not None


def test_calls_hold_ten_entries() -> None:
    """EventBridge takes ten events a call."""
    bus = Bus()
    publish([record(event()) for _ in range(23)], bus, "portal")
    assert [len(call) for call in bus.calls] == [10, 10, 3]


def test_calls_hold_no_more_bytes_than_the_bus_takes() -> None:
    """Large events travel in smaller company, each once and in order."""
    bus = Bus()
    large = [event(text="я" * 50_000) for _ in range(5)]
    publish([record(one) for one in large], bus, "portal")
    assert [len(call) for call in bus.calls] == [2, 2, 1]
    assert [entry["Detail"] for call in bus.calls for entry in call] == [
        one.to_json() for one in large
    ]


def test_a_refused_entry_is_an_error() -> None:
    """The receipt is read, so that the stream delivers again what the bus did not take."""
    with pytest.raises(PublishError):
        publish([record(event())], Bus(refuses=1), "portal")


def test_the_envelope_survives_json() -> None:
    """What is written is what is read."""
    won = event(текст="Привет")
    assert Event.from_dict(won.to_dict()) == won
