"""Letters that come, over the queue and the API."""

import base64
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import jsonschema
import pytest
from tests.integration.communications.conftest import COLLEAGUE, Office
from tests.support.contracts import closed, contracts
from tests.support.neighbourhood import CLIENT, DEAL_ID, OWNER, SELLER, STRANGER
from tests.support.resources import MAIL_BUCKET
from tests.unit.communications.letters import attachment, letter, multipart

from portal.ids import new_id
from portal.publishing import announced

RUSSIAN = multipart(
    "Content-Type: text/plain; charset=utf-8\r\n\r\nНужны насосы\r\n\r\n> Сколько?",
    "Content-Type: text/html; charset=utf-8\r\n\r\n<p onclick=x>Нужны <b>насосы</b></p>",
    attachment("filename*=utf-8''%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80.pdf", b"%PDF-1.7"),
).replace(b"Subject: Zakaz", "Subject: Заказ насосов".encode())


def events_in_table() -> list[dict[str, Any]]:
    """The events that ride on the table's items."""
    rows = boto3.client("dynamodb").scan(TableName="communications")["Items"]
    found = (announced({"dynamodb": {"NewImage": row}}) for row in rows)
    return [event.to_dict() for event in found if event]


def test_a_letter_stands_in_its_departments_inbox(office: Office) -> None:
    """With all that it said; others know nothing of it."""
    assert office.come(RUSSIAN) == []
    (item,) = office.inbox(COLLEAGUE)
    assert (item["subject"], item["snippet"]) == ("Заказ насосов", "Нужны насосы")
    assert item["from"] == {"name": "Anna", "address": "anna@zakaz.example"}
    assert "text" not in item
    full = office.as_(COLLEAGUE).get(f"/communications/{item['id']}").json
    assert (full["text"], full["history"]) == ("Нужны насосы", "> Сколько?")
    assert full["html"] == "<p>Нужны <b>насосы</b></p>"
    assert full["verdicts"] == dict.fromkeys(("spf", "dkim", "dmarc", "spam", "virus"), "pass")
    assert full["attachments"][0]["name"] == "Договор.pdf"
    for other in (SELLER, STRANGER):
        assert office.inbox(other) == []
        assert office.as_(other).get(f"/communications/{item['id']}").status == 404
    assert office.as_(CLIENT).get(f"/communications/{item['id']}").status == 404


def test_what_is_announced_keeps_its_contract(office: Office) -> None:
    """The event rides on the record."""
    office.come(RUSSIAN)
    (event,) = events_in_table()
    schema = closed(contracts()["communications.communication_received.v1"])
    jsonschema.validate(event, schema)
    assert event["data"]["communication"]["attachment_count"] == 1


def test_the_raw_letter_and_the_file_can_be_had(office: Office) -> None:
    """By addresses that work for some minutes and save the file under its name."""
    office.come(RUSSIAN)
    (item,) = office.inbox()
    path = f"/communications/{item['id']}"
    file = office.as_(OWNER).get(f"{path}/attachments/0").json["url"]
    query = parse_qs(urlsplit(file).query)
    name = "%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80.pdf"
    (disposition,) = query["response-content-disposition"]
    assert disposition == f"attachment; filename=\"_______.pdf\"; filename*=UTF-8''{name}"
    assert query["X-Amz-Expires"] == ["300"]
    raw = office.as_(OWNER).get(f"{path}/raw").json["url"]
    assert urlsplit(raw).path.endswith("/inbound/1")
    kept = boto3.client("s3").get_object(Bucket=MAIL_BUCKET, Key=f"attachments/{item['id']}/0")
    assert kept["Body"].read() == b"%PDF-1.7"
    assert office.as_(OWNER).get(f"{path}/attachments/1").status == 404


def test_the_same_news_thrice_and_a_second_copy_are_one_letter(office: Office) -> None:
    """The raw copies are kept, both of them."""
    office.come(RUSSIAN)
    assert [office.told("inbound/1") for _ in range(2)] == [[], []]
    assert office.come(RUSSIAN, "inbound/2") == []
    assert len(office.inbox()) == 1
    assert len(events_in_table()) <= 1


def test_pages_follow_each_other_newest_first(office: Office) -> None:
    """Each letter comes once, though an owner and a department both list it."""
    for number in range(5):
        office.come(letter(f"письмо {number}", message_id=f"<{number}@x>"), f"inbound/{number}")
    for reader in (OWNER, COLLEAGUE):
        seen, cursor, more = [], "", True
        while more:
            reply = office.as_(reader).get(f"/communications?state=unlinked&limit=2{cursor}").json
            seen += [item["snippet"] for item in reply["items"]]
            cursor, more = f"&cursor={reply['next']}", reply["next"] is not None
        assert sorted(seen) == [f"письмо {number}" for number in range(5)]
    ids = [item["id"] for item in office.inbox()]
    assert ids == sorted(ids, reverse=True)


def test_a_letter_that_cannot_be_read_is_shown_and_tried_again(office: Office) -> None:
    """It is kept whole, and its problem is told."""
    assert office.come(b" ") == []
    (item,) = office.inbox()
    assert item["problem"] == "The letter is empty."
    path = f"/communications/{item['id']}"
    assert office.as_(OWNER).post(f"{path}/parse").json["problem"] == item["problem"]
    boto3.client("s3").put_object(Bucket=MAIL_BUCKET, Key="inbound/1", Body=RUSSIAN)
    mended = office.as_(OWNER).post(f"{path}/parse")
    assert (mended.status, mended.json["problem"]) == (200, None)
    assert mended.json["subject"] == "Заказ насосов"
    assert office.inbox(COLLEAGUE)[0]["id"] == item["id"]


def test_only_what_aws_cannot_do_goes_back_to_the_queue(office: Office) -> None:
    """The message stays there until somebody looks at it."""
    office.world.app("communications")
    assert len(office.told("inbound/none")) == 1


def test_a_choice_moves_the_letter_at_once(office: Office) -> None:
    """From the inbox to the deal's people, with its trace."""
    office.come(RUSSIAN)
    (item,) = office.inbox()
    card = {"kind": "deal", "id": DEAL_ID}
    path = f"/communications/{item['id']}/links"
    assert office.as_(STRANGER).post(path, {"card": card}).status == 404
    assert office.as_(CLIENT).post(path, {"card": card}).status == 403
    unknown = {"card": {"kind": "deal", "id": new_id()}}
    assert office.as_(OWNER).post(path, unknown).status == 404
    moved = office.as_(OWNER).post(path, {"card": card})
    assert (moved.status, moved.json["state"], moved.json["cards"]) == (201, "linked", [card])
    assert moved.json["link_history"][0]["by"]["id"] == OWNER.id
    assert (office.inbox(), office.inbox(COLLEAGUE)) == ([], [])
    assert [one["id"] for one in office.inbox(SELLER, "state=linked")] == [item["id"]]
    assert office.as_(COLLEAGUE).get(f"/communications/{item['id']}").status == 404
    (event,) = events_in_table()
    jsonschema.validate(event, closed(contracts()["communications.link_chosen.v1"]))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?state=other",
        "?state=unlinked&cursor=abc",
        "?state=unlinked&limit=0",
        "?state=linked&x=1",
    ],
)
def test_a_wrong_question_is_told_what_is_wrong(office: Office, query: str) -> None:
    """With the name of the parameter."""
    reply = office.as_(OWNER).get(f"/communications{query}")
    assert reply.status == 422
    assert reply.json["errors"][0]["pointer"].startswith("?")


def test_a_presigned_form_names_what_it_takes(office: Office) -> None:
    """Key, size and type are in the signature."""
    body = {"file_name": "Счёт.pdf", "size": 3, "content_type": "application/pdf"}
    place = office.as_(SELLER).post("/communications/attachments", body)
    assert place.status == 201, place.text
    assert place.json["fields"]["key"] == f"uploads/{place.json['id']}"
    policy = json.loads(base64.b64decode(place.json["fields"]["policy"]))
    assert ["content-length-range", 3, 3] in policy["conditions"]
    assert {"Content-Type": "application/pdf"} in policy["conditions"]
    assert {"key": f"uploads/{place.json['id']}"} in policy["conditions"]
