"""What cards wait for: asking for it, and the news by which it changes."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import boto3
from tests.integration.crm.office import CLIENT_EMAIL, Office
from tests.integration.crm.test_consumers import published
from tests.integration.crm.test_linking import letter_id
from tests.unit.crm.linking_fakes import MORNING, sent

from chalicelib.crm.model.cards import Card
from chalicelib.crm.store import CardStore
from portal.cards import CardKind
from portal.clock import to_wire
from portal.events import Event
from portal.ids import new_id

SOON, LATER = MORNING + timedelta(hours=1), MORNING + timedelta(hours=2)


def pulse(office: Office, deal_id: str | None = None) -> Any:
    deal = deal_id or office.deal
    (found,) = office.api.get(f"/crm/pulse?cards=deal:{deal}").json["items"]
    return found


def reminder(office: Office, due_at: datetime | None, at: int = 0, **data: Any) -> Event:
    """The news of a reminder on the deal, some minutes after the morning."""
    told = {"reminder_id": new_id(), "due_at": due_at and to_wire(due_at)} | data
    event = published("notifications/reminder_changed.v1.json", **told)
    ref = Card(CardKind.DEAL, office.deal, "", "", frozenset(), frozenset()).ref
    return replace(event, about=(ref,), occurred_at=MORNING + timedelta(minutes=at))


def deal_changed(office: Office, *changed: str) -> Event:
    """The news of the deal."""
    event = published("crm/card_changed.v1.json", created=not changed, changed=list(changed))
    return replace(event, about=reminder(office, None).about)


def at(event: Event, minutes: int) -> Event:
    """The letter, written some minutes after the morning."""
    instant = MORNING + timedelta(minutes=minutes)
    letter = event.data["communication"] | {"at": to_wire(instant)}
    return replace(event, occurred_at=instant, data={**event.data, "communication": letter})


def moved(office: Office, *letters: Event) -> None:
    """Letters come to their cards, and crm hears of it."""
    office.hear(*letters)
    told = [
        published("crm/communication_linked.v1.json", communication_id=letter_id(each))
        for each in letters
    ]
    assert office.consume(*told) == []


def answer(office: Office) -> Event:
    card = CardStore().card(reminder(office, None).about[0])
    assert card
    return sent(card, CLIENT_EMAIL)


def answered_within(office: Office, minutes: int) -> None:
    """Clients of the pipeline are answered so soon."""
    path = f"/crm/pipelines/{office.pipeline['id']}"
    api = office.world.client("crm", office.boss)
    assert api.patch(path, {"answer_within": minutes}).status == 200


def announced(name: str) -> list[dict[str, Any]]:
    """What the items of the table carry."""
    items = boto3.resource("dynamodb").Table("crm").scan()["Items"]
    events = [json.loads(str(item["event"])) for item in items if "event" in item]
    return [event for event in events if event["type"] == name]
