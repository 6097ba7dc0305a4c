"""Messages in the portal, over the API."""

from datetime import timedelta

import pytest
from tests.integration.communications.conftest import Office
from tests.support.neighbourhood import CLIENT, DEAL_ID, SELLER, STRANGER

from chalicelib.communications.store import MessagePace
from chalicelib.communications.store.pace import MOST_AN_HOUR
from portal.clock import utc_now
from portal.errors import TooManyRequestsError
from portal.ids import new_id

CARD = {"kind": "deal", "id": DEAL_ID}
MESSAGE = {"card": CARD, "text": "Когда ждать отгрузку?"}


def test_a_message_is_a_record_like_a_letter(office: Office) -> None:
    """Staff find it in the list by its channel; the client sees his own and nothing of the company's work."""
    sent = office.as_(CLIENT).post("/communications/messages", MESSAGE)
    assert sent.status == 201, sent.text
    assert sent.headers["Location"] == f"/api/communications/{sent.json['id']}"
    (item,) = office.inbox(SELLER, "state=linked")
    assert (item["id"], item["channel"], item["direction"]) == (
        sent.json["id"],
        "portal",
        "inbound",
    )
    assert office.inbox(STRANGER, "state=linked") == []
    shown = office.as_(CLIENT).get(f"/communications/{sent.json['id']}").json
    assert (shown["text"], shown["link_history"], shown["mailboxes"]) == (MESSAGE["text"], [], [])
    assert office.as_(SELLER).get(f"/communications/{sent.json['id']}/raw").status == 404


def test_a_repeated_key_writes_once(office: Office) -> None:
    """The second answer is the first one again."""
    replies = [
        office.as_(CLIENT).post("/communications/messages", MESSAGE, Idempotency_Key="k")
        for _ in range(2)
    ]
    assert replies[0].json == replies[1].json
    assert len(office.inbox(SELLER, "state=linked")) == 1


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"text": " \n "}, "/text"),
        ({"text": "я" * 10_001}, "/text"),
        ({"text": "a\x00b"}, "/text"),
        ({"card": {"kind": "contact", "id": new_id()}}, "/card/kind"),
        ({"card": {"kind": "deal", "id": "x"}}, "/card/id"),
        ({"attachments": []}, "/attachments"),
    ],
)
def test_what_is_no_message_is_refused(
    office: Office, change: dict[str, object], pointer: str
) -> None:
    """With the field that has to be mended; nothing is kept."""
    reply = office.as_(CLIENT).post("/communications/messages", MESSAGE | change)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)
    assert office.inbox(SELLER, "state=linked") == []


def test_a_deal_of_others_does_not_exist(office: Office) -> None:
    """Neither for a colleague, nor by its right id of another kind."""
    assert office.as_(STRANGER).post("/communications/messages", MESSAGE).status == 404
    other = MESSAGE | {"card": {"kind": "deal", "id": new_id()}}
    assert office.as_(CLIENT).post("/communications/messages", other).status == 404


def test_the_sixty_first_message_of_an_hour_waits(office: Office) -> None:
    """The next hour begins anew, and another client is not held up."""
    assert office.as_(CLIENT).post("/communications/messages", MESSAGE).status == 201
    pace, now = MessagePace(), utc_now().replace(minute=30)
    for _ in range(MOST_AN_HOUR):
        pace.count("someone", now)
    with pytest.raises(TooManyRequestsError) as refusal:
        pace.count("someone", now)
    assert 1 <= refusal.value.retry_after <= 1800
    pace.count("someone", now + timedelta(hours=1))
    pace.count("another", now)
