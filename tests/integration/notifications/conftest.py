"""Notifications on a table in memory, beside a crm that knows one deal and an SES that keeps what it sends."""

import json
from dataclasses import dataclass
from typing import Any

import boto3
import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends
from tests.support.contracts import examples
from tests.support.http import Client
from tests.support.neighbourhood import let_crm_know_the_deal
from tests.support.triggers import queued
from tests.support.world import World

from portal.clock import to_wire, utc_now
from portal.events import Event
from portal.principals import Principal


@dataclass(frozen=True)
class Office:
    """Notifications as different people reach them, with events coming."""

    world: World

    def as_(self, principal: Principal) -> Client:
        """The API as that person."""
        return self.world.client("notifications", principal)

    def tick(self) -> None:
        """The schedule."""
        self.world.app("notifications").invoke("tick", {})

    def hear(self, *events: Event) -> None:
        """Events from the bus, each handled."""
        answer = self.world.app("notifications").invoke("consume", queued(*events))
        assert answer == {"batchItemFailures": []}

    def announced(self) -> list[Event]:
        """The events that the table's items carry."""
        rows = boto3.client("dynamodb").scan(TableName="notifications")["Items"]
        return [Event.from_dict(json.loads(row["event"]["S"])) for row in rows if "event" in row]

    def know(self, principal: Principal, **more: Any) -> None:
        """The directory hears of the person."""
        (event,) = examples("people.person_changed.v1")
        document = event.to_dict()
        document["occurred_at"] = to_wire(utc_now())
        document["data"] = {
            "access_changed_at": None,
            "person": dict(event.data["person"])
            | {"id": principal.id, "name": principal.name, "active": True}
            | more,
        }
        self.hear(Event.from_dict(document))

    @staticmethod
    def letters() -> list[str]:
        """The raw messages that SES was given."""
        backend = ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
        return [message.raw_data for message in backend.sent_messages]


@pytest.fixture
def office(world: World, monkeypatch: pytest.MonkeyPatch) -> Office:
    let_crm_know_the_deal(monkeypatch)
    return Office(world)
