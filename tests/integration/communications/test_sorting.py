"""Rules and folders on a real table and bucket."""

from typing import Any

import boto3
import pytest
from tests.integration.communications.conftest import COLLEAGUE, Office
from tests.support.neighbourhood import OWNER
from tests.support.resources import MAIL_BUCKET
from tests.unit.communications.letters import letter

PRICES = "Prices <info@prices.example>"


@pytest.fixture
def box_id(office: Office) -> str:
    (box,) = office.as_(OWNER).get("/communications/mailboxes").json["items"]
    return str(box["id"])


def ruled(office: Office, box_id: str, **does: Any) -> None:
    """A rule for what comes from prices.example."""
    conditions = {"senders": ["@Prices.example"]}
    rule = {"name": "Цены", "conditions": conditions, "mailbox_id": box_id, **does}
    version = office.as_(OWNER).get("/communications/rules").json["version"]
    body = {"rules": [rule], "never": [], "version": version}
    assert office.as_(OWNER).put("/communications/rules", body).status == 200
    assert office.as_(OWNER).put("/communications/rules", body).status == 412


def folders(office: Office) -> Any:
    """What the colleague sees at the left of the inbox."""
    return office.as_(COLLEAGUE).get("/communications/folders").json["items"]


def test_a_rule_files_a_letter_and_a_person_takes_it_out(office: Office, box_id: str) -> None:
    """In its folder it is counted and no longer among those that wait; out of it, it is."""
    made = office.as_(COLLEAGUE).post(
        "/communications/folders", {"mailbox_id": box_id, "name": "Цены"}
    )
    ruled(office, box_id, folder_id=made.json["id"], quiet=True)
    assert office.come(letter(sender=PRICES)) == []
    assert office.inbox(COLLEAGUE) == []
    assert [one["waiting"] for one in folders(office)] == [1]
    path = f"/communications/folders/{made.json['id']}"
    (filed,) = office.as_(COLLEAGUE).get(f"{path}/letters").json["items"]
    assert [one["name"] for one in filed["handling"]["rules"]] == ["Цены"]
    assert office.as_(COLLEAGUE).delete(path).status == 409
    out = office.as_(COLLEAGUE).put(f"/communications/{filed['id']}/folder", {"folder_id": None})
    assert out.json["folder_id"] is None
    assert [one["id"] for one in office.inbox(COLLEAGUE)] == [filed["id"]]
    assert [one["waiting"] for one in folders(office)] == [0]
    assert office.as_(COLLEAGUE).delete(path).status == 204


def test_what_is_not_recorded_is_kept_for_a_month_and_counted(office: Office, box_id: str) -> None:
    """It is in no list; the bucket knows that it may go."""
    ruled(office, box_id, skips=True)
    assert office.come(letter(sender=PRICES)) == []
    assert office.told("inbound/1") == []
    assert office.inbox() == []
    tags = boto3.client("s3").get_object_tagging(Bucket=MAIL_BUCKET, Key="inbound/1")["TagSet"]
    assert tags == [{"Key": "keep", "Value": "month"}]
    (health,) = office.as_(OWNER).get("/communications/mailboxes/health").json["items"]
    assert health["tally"]["skipped"] == 1


def test_what_was_left_out_is_restored_by_an_owner(office: Office, box_id: str) -> None:
    """It is read, counted as any other, and goes no more; a copy of what is here already joins it."""
    ruled(office, box_id, skips=True)
    for key in ("inbound/1", "inbound/2"):
        assert office.come(letter(sender=PRICES), key) == []
    api = office.as_(OWNER)
    shown = api.get("/communications/skipped").json["items"]
    assert {(one["rule"], one["sender"]) for one in shown} == {("Цены", "info@prices.example")}
    for one in shown:
        assert api.post(f"/communications/skipped/{one['id']}/restore").status == 204
    assert api.post(f"/communications/skipped/{shown[0]['id']}/restore").status == 404
    assert api.get("/communications/skipped").json["items"] == []
    assert len(office.inbox()) == 1
    (health,) = api.get("/communications/mailboxes/health").json["items"]
    tally = health["tally"]
    assert [tally[name] for name in ("stored", "counted", "unlinked", "skipped")] == [2, 1, 1, 0]
    tags = boto3.client("s3").get_object_tagging(Bucket=MAIL_BUCKET, Key="inbound/2")["TagSet"]
    assert tags == [{"Key": "keep", "Value": "always"}]
