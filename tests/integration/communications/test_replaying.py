"""A mailbox read again, on a real table and bucket."""

from typing import Any

import boto3
from tests.integration.communications.conftest import COLLEAGUE, Office
from tests.support.neighbourhood import OWNER
from tests.support.outbox import announced
from tests.support.resources import MAIL_BUCKET
from tests.support.triggers import queued
from tests.unit.communications.letters import SALES, letter

SINCE = "2026-01-01T00:00:00Z"


def state(office: Office) -> Any:
    """How far the only replay is."""
    (replay,) = office.as_(OWNER).get("/communications/replays").json["items"]
    return replay


def go_on(office: Office) -> Any:
    """Does the pieces of work that wait, until there are none."""
    app = office.world.app("communications")
    while pieces := announced("communications", "communications.replay_queued"):
        assert app.invoke("receive", queued(*pieces)) == {"batchItemFailures": []}
    return state(office)


def tally(office: Office) -> Any:
    (health,) = office.as_(OWNER).get("/communications/mailboxes/health").json["items"]
    return health["tally"]


def test_a_mailbox_is_read_again_with_what_health_did_not_count(office: Office) -> None:
    """All that came is read and counted; what is no longer kept is named, to whoever may see it."""
    for number in range(3):
        content = letter(f"{number}", message_id=None)
        assert office.come(content, f"inbound/{number}") == []
    one, *_ = office.inbox()
    boto3.resource("dynamodb").Table("communications").delete_item(
        Key={"pk": f"arrivals#{SALES}", "sk": one["id"]}
    )
    boto3.client("s3").delete_object(Bucket=MAIL_BUCKET, Key="inbound/2")
    assert tally(office)["counted"] == 2
    (box,) = office.as_(OWNER).get("/communications/mailboxes").json["items"]
    body = {"mailbox_id": box["id"], "since": SINCE}
    assert office.as_(COLLEAGUE).post("/communications/replays", body).status == 403
    assert office.as_(OWNER).post("/communications/replays", body).status == 202
    assert office.as_(OWNER).post("/communications/replays", body).status == 409
    done = go_on(office)
    assert [done[name] for name in ("state", "total", "done", "failed")] == ["done", 3, 3, 1]
    assert [one["subject"] for one in done["unread"]] == ["Zakaz"]
    assert tally(office)["counted"] == 3


def test_days_that_cannot_be_are_refused(office: Office) -> None:
    """To come, before anybody had mail, or no day at all."""
    (box,) = office.as_(OWNER).get("/communications/mailboxes").json["items"]
    for since in ("2999-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "вчера"):
        body = {"mailbox_id": box["id"], "since": since}
        assert office.as_(OWNER).post("/communications/replays", body).status == 422
    path = f"/communications/replays/{box['id']}"
    assert office.as_(OWNER).delete(path).status == 404
