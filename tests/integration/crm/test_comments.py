"""Comments on cards, and who is called by them."""

from typing import Any

import boto3
import pytest
from tests.integration.crm.office import DEPARTMENT, Office, principal
from tests.support.http import Client

from portal.ids import new_id
from portal.principals import Role


def colleague(office: Office, email: str, **values: Any) -> str:
    """The id of an employee whom people knows."""
    people = office.world.client("people", office.boss)
    reply = people.post("/people/employees", {"name": "Коллега", "email": email, **values})
    assert reply.status == 201, reply.text
    person_id: str = reply.json["id"]
    return person_id


def comment_on(api: Client, card_id: str, **values: Any) -> Any:
    return api.post(f"/crm/deals/{card_id}/comments", {"text": "Взгляните на цену", **values})


@pytest.mark.parametrize("folder", ["contacts", "companies", "deals"])
def test_a_comment_stands_whole_on_its_card(office: Office, folder: str) -> None:
    """The entry has the text with its lines, and one line of it for lists."""
    card_id = {"contacts": office.contact, "companies": office.firm, "deals": office.deal}[folder]
    text = "Первая строка\nвторая 👍 " + "ж" * 300
    reply = office.api.post(f"/crm/{folder}/{card_id}/comments", {"text": text})
    assert reply.status == 201, reply.text
    assert reply.json["text"] == text
    assert reply.json["summary"].startswith("Первая строка вторая")
    assert len(reply.json["summary"]) == 200
    assert office.timeline(folder, card_id, "?kind=comment") == [reply.json]


def test_a_comment_is_announced_to_staff_alone(office: Office) -> None:
    """The client of the deal is not among those who hear of it."""
    entry = comment_on(office.api, office.deal).json
    key = {"pk": f"timeline#deal:{office.deal}", "sk": f"{entry['at']}#{entry['id']}"}
    event = boto3.resource("dynamodb").Table("crm").get_item(Key=key)["Item"]["event"]
    assert f"employee:{office.seller.id}" in str(event)
    assert f"contact:{office.contact}" not in str(event)


def test_who_is_mentioned_must_be_able_to_read(office: Office) -> None:
    """A head of the owner and a participant can; a colleague without the card and nobody cannot."""
    outsider = colleague(office, "outsider@demo.example")
    participant = colleague(office, "participant@demo.example")
    office.api.patch(f"/crm/deals/{office.deal}", {"participant_ids": [participant]})
    mended = comment_on(office.api, office.deal, mentions=[participant])
    assert mended.status == 201, mended.text
    for wrong in (outsider, new_id()):
        reply = comment_on(office.api, office.deal, mentions=[participant, wrong])
        assert reply.status == 422
        assert [error["pointer"] for error in reply.json["errors"]] == ["/mentions/1"]
    assert len(office.timeline("deals", office.deal, "?kind=comment")) == 1


def test_a_client_does_not_comment(office: Office) -> None:
    """Comments are among colleagues."""
    reply = comment_on(office.world.client("crm", office.client), office.deal)
    assert reply.status == 403


def test_only_who_sees_the_card_comments_on_it(office: Office) -> None:
    """To a colleague without the card it does not exist."""
    peter = principal("Пётр", Role.EMPLOYEE, department_ids=frozenset({DEPARTMENT}))
    assert comment_on(office.world.client("crm", peter), office.deal).status == 404


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/text"),
        ({"text": " \n"}, "/text"),
        ({"text": "а\0б"}, "/text"),
        ({"text": "ж" * 10_001}, "/text"),
        ({"text": 5}, "/text"),
        ({"text": "а", "mentions": ["всем"]}, "/mentions/0"),
        ({"text": "а", "mentions": [new_id()] * 21}, "/mentions"),
        ({"text": "а", "author": "я"}, "/author"),
    ],
)
def test_a_wrong_comment_says_where(office: Office, body: dict[str, Any], pointer: str) -> None:
    """Each is a problem answer, and nothing is stored."""
    reply = office.api.post(f"/crm/deals/{office.deal}/comments", body)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)
    assert office.timeline("deals", office.deal, "?kind=comment") == []


def test_a_comment_sent_twice_stands_once(office: Office) -> None:
    """The second answer to one Idempotency-Key is the first one again."""
    path = f"/crm/deals/{office.deal}/comments"
    replies = [office.api.post(path, {"text": "Раз"}, Idempotency_Key="k") for _ in range(2)]
    assert replies[0].json == replies[1].json
    assert len(office.timeline("deals", office.deal, "?kind=comment")) == 1
