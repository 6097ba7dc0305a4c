"""Letters that leave, over the API."""

import email
from typing import Any

import boto3
import jsonschema
import pytest
from tests.integration.communications.conftest import COLLEAGUE, Office
from tests.integration.communications.test_inbox import events_in_table
from tests.support.contracts import closed, contracts
from tests.support.neighbourhood import CLIENT, DEAL_ID, OWNER, SELLER, STRANGER
from tests.unit.communications.letters import letter, stamps

from chalicelib.communications.mail import parse
from portal.ids import new_id

CARD = {"kind": "deal", "id": DEAL_ID}
MAIL: dict[str, Any] = {
    "card": CARD,
    "to": ["Anna@zakaz.example"],
    "subject": "Цена насосов",
    "text": "Сто рублей",
    "at_once": True,
}


def test_a_letter_leaves_and_its_answer_comes_back(office: Office) -> None:
    """The answer goes to the signed address, and names the card and the letter."""
    sent = office.as_(SELLER).post("/communications/mail", MAIL)
    assert sent.status == 201, sent.text
    assert sent.headers["Location"] == f"/api/communications/{sent.json['id']}"
    assert (sent.json["status"], sent.json["cards"]) == ("sent", [CARD])
    (message,) = office.outbox()
    read = parse(message.raw_data.encode())
    assert (read.subject, read.sender.address) == ("Цена насосов", "sales@demo.example")
    (event,) = events_in_table()
    jsonschema.validate(event, closed(contracts()["communications.communication_sent.v1"]))
    reply_to = email.message_from_string(message.raw_data)["Reply-To"].strip()
    headers = f"In-Reply-To: <{message.id}@email.amazonses.com>\r\n"
    office.come(letter("Беру", headers, top=stamps(reply_to)))
    received = next(e for e in events_in_table() if e["type"].endswith("received"))
    assert received["data"]["token_card"] == CARD
    assert received["data"]["parent_ids"] == [sent.json["id"]]


def test_formatting_is_sent_and_kept_as_it_was_sent(office: Office) -> None:
    """Without what a letter may not hold; the plain text goes beside it."""
    html = '<p onclick="x()">Сто <strong>рублей</strong><script>x()</script><img src="x"></p>'
    body = MAIL | {"html": html}
    sent = office.as_(SELLER).post("/communications/mail", body)
    assert (sent.status, sent.json["html"]) == (201, "<p>Сто <strong>рублей</strong></p>")
    assert sent.json["text"] == MAIL["text"]
    (message,) = office.outbox()
    arrived = parse(message.raw_data.encode())
    assert (arrived.text, arrived.html) == (MAIL["text"], sent.json["html"])


@pytest.mark.parametrize(
    ("html", "status"),
    [
        ("a" * 200_001, 422),
        (5, 422),
        ("<p>\x00\x1b</p>", 201),
        ("<div>" * 40_000, 201),
        ("<" * 200_000, 201),
        ("&#xD800;<p/", 201),
        (None, 201),
    ],
)
def test_formatting_never_breaks_a_letter(office: Office, html: Any, status: int) -> None:
    """It is refused with its name, or sent without what is wrong."""
    reply = office.as_(SELLER).post("/communications/mail", MAIL | {"html": html})
    assert reply.status == status
    if status == 422:
        assert reply.json["errors"][0]["pointer"] == "/html"


def test_files_go_with_it(office: Office) -> None:
    """Uploaded first, then named; the recipient and the card have them."""
    upload = {"file_name": "Счёт № 5.pdf", "size": 3, "content_type": "application/pdf"}
    place = office.as_(SELLER).post("/communications/attachments", upload).json
    early = office.as_(SELLER).post("/communications/mail", MAIL | {"attachments": [place["id"]]})
    assert (early.status, early.json["errors"][0]["pointer"]) == (422, "/attachments/0")
    office.posted(place, b"PDF")
    sent = office.as_(SELLER).post("/communications/mail", MAIL | {"attachments": [place["id"]]})
    assert [one["name"] for one in sent.json["attachments"]] == ["Счёт № 5.pdf"]
    (file,) = parse(office.outbox()[0].raw_data.encode()).files
    assert (file.name, file.content) == ("Счёт № 5.pdf", b"PDF")
    link = office.as_(SELLER).get(f"/communications/{sent.json['id']}/attachments/0")
    assert link.status == 200


def test_a_repeated_key_sends_once(office: Office) -> None:
    """The second answer is the first one again."""
    replies = [
        office.as_(SELLER).post("/communications/mail", MAIL, Idempotency_Key="k") for _ in range(2)
    ]
    assert replies[0].json == replies[1].json
    assert len(office.outbox()) == 1


def test_a_refusal_is_told_and_the_letter_can_be_sent_later(office: Office) -> None:
    """It stays on its card as failed, with the reason."""
    ses = boto3.client("sesv2")
    ses.delete_email_identity(EmailIdentity="demo.example")
    refused = office.as_(SELLER).post("/communications/mail", MAIL)
    assert (refused.status, refused.json["title"]) == (409, "Conflict")
    (item,) = office.inbox(SELLER, "state=linked")
    assert item["id"] in refused.json["detail"]
    assert (item["status"], bool(item["failure"])) == ("failed", True)
    ses.create_email_identity(EmailIdentity="demo.example")
    again = office.as_(SELLER).post(f"/communications/{item['id']}/send")
    assert (again.status, again.json["status"]) == (200, "sent")
    assert len(office.outbox()) == 1


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"subject": "x\r\nBcc: evil@evil.example"}, "/subject"),
    ({"subject": "x\nBcc: evil@evil.example"}, "/subject"),
    ({"subject": "\0"}, "/subject"),
    ({"subject": "а\u202eб"}, "/subject"),
    ({"subject": "я" * 501}, "/subject"),
    ({"to": ["a@b.example\r\nBcc: evil@evil.example"]}, "/to/0"),
    ({"to": ["a@b.example, c@d.example"]}, "/to/0"),
    ({"to": ["nobody"]}, "/to/0"),
    ({"to": ["почта@почта.рф"]}, "/to/0"),
    ({"to": []}, "/to"),
    ({"to": [f"u{n}@x.example" for n in range(1000)]}, "/to"),
    ({"to": 5}, "/to"),
    ({"cc": [f"u{n}@x.example" for n in range(50)]}, "/to"),
    ({"text": "x\0"}, "/text"),
    ({"text": ""}, "/text"),
    ({"text": "я" * 60_000}, "/text"),
    ({"card": {"kind": "deal", "id": "x"}}, "/card/id"),
    ({"card": {"kind": "ship", "id": DEAL_ID}}, "/card/kind"),
    ({"attachments": [new_id()]}, "/attachments/0"),
    ({"attachments": ["x"]}, "/attachments/0"),
    ({"reply_to_id": new_id()}, "/reply_to_id"),
    ({"subject": None}, "/subject"),
    ({"bcc": ["nobody"]}, "/bcc/0"),
    ({"sender": "evil@evil.example"}, "/sender"),
]


def test_bad_input_says_where(office: Office) -> None:
    """Each wrong field is named, nothing is sent, and nothing is half written."""
    api = office.as_(SELLER)
    replies = [api.post("/communications/mail", MAIL | change) for change, _ in WRONG]
    assert {reply.status for reply in replies} == {422}
    named = [reply.json["errors"][0]["pointer"] for reply in replies]
    assert named == [pointer for _, pointer in WRONG]
    assert (office.outbox(), office.inbox(SELLER, "state=linked")) == ([], [])


@pytest.mark.parametrize(("body", "status"), [("{", 400), (MAIL | {"text": "я" * 400_000}, 413)])
def test_what_is_no_request_is_told_as_such(office: Office, body: Any, status: int) -> None:
    """It is no server's error."""
    assert office.as_(SELLER).post("/communications/mail", body).status == status


def test_one_address_may_be_written_plainly(office: Office) -> None:
    """Doubles are sent once, and who is in To is not in Cc too."""
    body = MAIL | {"to": "anna@zakaz.example", "cc": ["ANNA@zakaz.example", "b@zakaz.example"]}
    sent = office.as_(SELLER).post("/communications/mail", body).json
    assert [one["address"] for one in sent["to"] + sent["cc"]] == [
        "anna@zakaz.example",
        "b@zakaz.example",
    ]


@pytest.mark.parametrize(
    ("who", "status"), [(STRANGER, 404), (COLLEAGUE, 404), (CLIENT, 403), (None, 401)]
)
def test_only_who_sees_the_card_writes_from_it(office: Office, who: Any, status: int) -> None:
    """To others the card does not exist."""
    assert office.as_(who).post("/communications/mail", MAIL).status == status
    assert office.outbox() == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"address": "a@evil.example"}, 422),
        ({"address": "sales@DEMO.example"}, 409),
        ({"name": "\n"}, 422),
    ],
)
def test_a_mailbox_is_an_address_of_ours_once(
    office: Office, change: dict[str, str], status: int
) -> None:
    """Only an owner adds one; every employee sees them."""
    body = {"address": "info@demo.example", "name": "Приёмная", "department_ids": [new_id()]}
    assert office.as_(OWNER).post("/communications/mailboxes", body | change).status == status
    assert office.as_(SELLER).post("/communications/mailboxes", body).status == 403
    boxes = office.as_(SELLER).get("/communications/mailboxes").json["items"]
    assert [box["address"] for box in boxes] == ["sales@demo.example"]
