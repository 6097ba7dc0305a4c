"""What crm does with the events of people and documents."""

import json
from dataclasses import replace
from typing import Any

import boto3
import pytest
from tests.integration.crm.office import DEPARTMENT, Office, principal
from tests.support.source import ROOT

from portal.events import Event
from portal.ids import new_id
from portal.principals import Role


def published(path: str, **data: Any) -> Event:
    """The example that another feature publishes, with some of its data replaced."""
    contract = json.loads((ROOT / "events" / path).read_text(encoding="utf-8"))
    event = Event.from_dict(contract["examples"][0])
    return replace(event, id=new_id(), data={**event.data, **data})


def file_event(office: Office, name: str = "file_received", **data: Any) -> Event:
    of_deal = {"card": {"kind": "deal", "id": office.deal}}
    return published(f"documents/{name}.v1.json", **of_deal | data)


def test_a_file_stands_on_its_card_once(office: Office) -> None:
    """However often the message comes, there is one entry, under the file's name."""
    event = file_event(office)
    assert office.consume(event) == office.consume(event, event) == []
    (entry,) = office.timeline("deals", office.deal, "?kind=file")
    assert entry["summary"] == event.data["document"]["name"]
    assert (entry["direction"], entry["mark"]) == ("inbound", None)
    assert entry["source"] == {"feature": "documents", "id": event.data["document"]["id"]}


def test_a_file_is_announced_once(office: Office) -> None:
    """The message that comes again does not tell the people of the card again."""
    event = file_event(office)
    told = []
    for _ in range(2):
        office.consume(event)
        items = boto3.resource("dynamodb").Table("crm").scan()["Items"]
        told.append([i["event"] for i in items if event.data["document"]["id"] in str(i["sk"])])
    assert len(told[0]) == 1
    assert told[0] == told[1]


def test_every_version_of_a_file_is_told(office: Office) -> None:
    """A second version is news of its own."""
    first = file_event(office)
    second = file_event(office, document=first.data["document"] | {"version": 2})
    office.consume(first, second)
    assert len(office.timeline("deals", office.deal, "?kind=file")) == 2


@pytest.mark.parametrize("shared", [True, False])
def test_a_client_sees_the_files_that_are_shared_with_him(office: Office, *, shared: bool) -> None:
    """What is not shared is not there."""
    office.consume(file_event(office, shared_with_client=shared))
    seen = office.timeline("deals", office.deal, "?kind=file", office.client)
    assert len(seen) == int(shared)


def test_a_refused_file_is_told_with_its_reason(office: Office) -> None:
    """The company's people read why; clients read nothing, even of a shared one."""
    event = file_event(office, "file_quarantined", shared_with_client=True)
    office.consume(event)
    (entry,) = office.timeline("deals", office.deal, "?kind=file")
    assert (entry["mark"], entry["text"]) == ("refused", event.data["reason"])
    assert office.timeline("deals", office.deal, "?kind=file", office.client) == []


def test_a_file_that_is_taken_after_all_is_told_too(office: Office) -> None:
    """The refusal stays as it was, and the file stands beside it."""
    office.consume(file_event(office, "file_quarantined"), file_event(office))
    entries = office.timeline("deals", office.deal, "?kind=file")
    assert {entry["mark"] for entry in entries} == {"refused", None}


def test_a_file_of_an_unknown_card_stays_in_the_queue(office: Office) -> None:
    """The message alone is reported as failed; the others are done."""
    lost = file_event(office, card={"kind": "deal", "id": new_id()})
    failed = office.consume(lost, file_event(office))
    assert failed == [{"itemIdentifier": lost.id}]
    assert len(office.timeline("deals", office.deal, "?kind=file")) == 1


def person_event(office: Office, department_id: str, **person: Any) -> Event:
    event = published("people/person_changed.v1.json", access_changed_at=None)
    about = {"id": office.seller.id, "name": "Иван", "department_ids": [department_id], **person}
    return replace(event, data={**event.data, "person": event.data["person"] | about})


def test_cards_follow_their_owner_to_another_department(office: Office) -> None:
    """The new head reads the timeline, the former one no longer."""
    new_department = new_id()
    before = principal("Прежний", Role.HEAD, headed_ids=frozenset({DEPARTMENT}))
    after = principal("Новый", Role.HEAD, headed_ids=frozenset({new_department}))
    assert office.consume(person_event(office, new_department)) == []
    path = f"/crm/deals/{office.deal}/timeline"
    replies = [office.world.client("crm", head).get(path).status for head in (before, after)]
    assert replies == [404, 200]


def test_a_change_of_rights_ends_tokens(office: Office) -> None:
    """The token issued before is refused from then on."""
    path = f"/crm/deals/{office.deal}/timeline"
    assert office.api.get(path).status == 200
    event = person_event(office, DEPARTMENT, active=False)
    ends = {"access_changed_at": "2999-01-01T00:00:00.000Z"}
    office.consume(replace(event, data={**event.data, **ends}))
    assert office.api.get(path).status == 401


def test_a_clients_account_owns_no_cards(office: Office) -> None:
    """A change of a client's account is heard without anything to follow."""
    event = person_event(office, DEPARTMENT, id=office.client.id, roles=["client"])
    assert office.consume(event) == []
