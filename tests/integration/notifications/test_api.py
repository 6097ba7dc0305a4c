"""Reminders and the inbox over HTTP, and a clock that ticks."""

from datetime import timedelta
from email import message_from_string
from email.policy import default
from typing import Any

import boto3
import pytest
from tests.integration.notifications.conftest import Office
from tests.support.neighbourhood import CLIENT, DEAL_ID, SELLER, STRANGER

from chalicelib.notifications.events import ReminderChanged
from chalicelib.notifications.model import Reminder
from chalicelib.notifications.service import ticking
from chalicelib.notifications.store import RemindersTable
from portal.clock import to_wire, utc_now
from portal.ids import new_id

CARD = {"kind": "deal", "id": DEAL_ID}
SOON = timedelta(hours=1)
# A clock may be a minute slow, so this is due at once.
NOW = -timedelta(seconds=30)


def wish(after: timedelta = SOON, **more: Any) -> dict[str, Any]:
    return {"at": to_wire(utc_now() + after), "text": "Позвонить в «Трубы»"} | more


def test_a_reminder_is_set_seen_and_taken_back(office: Office) -> None:
    """By its owner; to anybody else it does not exist."""
    seller = office.as_(SELLER)
    made = seller.post("/notifications/reminders", wish(about=CARD))
    assert made.status == 201, made.text
    later = seller.post("/notifications/reminders", wish(2 * SOON)).json
    assert made.json["about"] == CARD
    assert seller.get("/notifications/reminders").json["items"] == [made.json, later]
    assert office.as_(STRANGER).get("/notifications/reminders").json["items"] == []
    path = f"/notifications/reminders/{made.json['id']}"
    assert office.as_(STRANGER).delete(path).status == 404
    assert seller.delete(path).status == 204
    assert seller.delete(path).status == 404


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"at": "2020-01-01T00:00:00Z"}, "/at"),
        ({"at": "2099-01-01T00:00:00Z"}, "/at"),
        ({"at": "завтра"}, "/at"),
        ({"at": "2027-01-01T00:00:00"}, "/at"),
        ({"text": " "}, "/text"),
        ({"text": "а\0б"}, "/text"),
        ({"text": "я" * 2001}, "/text"),
        ({"about": {"kind": "deal", "id": new_id()}}, "/about"),
        ({"about": {"kind": "task", "id": DEAL_ID}}, "/about/kind"),
        ({"loud": True}, "/loud"),
    ],
)
def test_bad_input_says_where(office: Office, body: dict[str, Any], pointer: str) -> None:
    """Each wrong body gets a problem answer that points at the field."""
    reply = office.as_(SELLER).post("/notifications/reminders", wish() | body)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer), reply.text
    assert office.as_(SELLER).get("/notifications/reminders").json["items"] == []


def test_a_reminder_fires_once_into_the_list(office: Office) -> None:
    """Two ticks are as good as one; then it is read, and the count follows."""
    seller = office.as_(SELLER)
    made = seller.post("/notifications/reminders", wish(NOW, about=CARD)).json
    seller.post("/notifications/reminders", wish(SOON))
    office.tick()
    office.tick()
    inbox = seller.get("/notifications").json
    (told,) = inbox["items"]
    assert inbox["unread"] == 1
    assert (told["kind"], told["text"], told["about"]) == ("reminder", made["text"], [CARD])
    assert told["read"] is False
    assert len(seller.get("/notifications/reminders").json["items"]) == 1
    done = [seller.delete(f"/notifications/reminders/{made['id']}").status for _ in "ab"]
    assert done == [204, 404]
    path = f"/notifications/{told['id']}/read"
    assert office.as_(STRANGER).post(path).status == 404
    assert [seller.post(path).json["read"] for _ in "ab"] == [True, True]
    assert seller.get("/notifications").json["unread"] == 0
    assert seller.get("/notifications?unread=true").json["items"] == []


def test_an_outage_loses_none(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was due in a month without a tick goes off at the next, page after page."""
    # Small pages, yet a tick holds them all even if chance puts every one of them into the same part.
    monkeypatch.setattr(ticking, "PAGE", 5)
    assert office.as_(SELLER).get("/notifications").json == {"items": [], "next": None, "unread": 0}
    store, now = RemindersTable(), utc_now()
    for hour in range(24):
        at = now - timedelta(hours=hour)
        reminder = Reminder(new_id(), SELLER.id, at, "Старое", None, at)
        event = ReminderChanged(reminder, SELLER.name).to_event(new_id(), at)
        store.add_reminder(reminder, event)
    office.tick()
    assert office.as_(SELLER).get("/notifications").json["unread"] == 24
    assert store.done_to() is not None


def test_all_are_read_by_one_button(office: Office) -> None:
    """The answer says how many are left."""
    seller = office.as_(SELLER)
    for _ in range(3):
        seller.post("/notifications/reminders", wish(NOW))
    office.tick()
    assert len(seller.get("/notifications?unread=true&limit=2").json["items"]) == 2
    assert seller.post("/notifications/read-all").json == {"unread": 0}


def test_pages_follow_each_other(office: Office) -> None:
    """Newest first, each once, and a foreign cursor is refused."""
    seller = office.as_(SELLER)
    for _ in range(3):
        seller.post("/notifications/reminders", wish(NOW))
    office.tick()
    first = seller.get("/notifications?limit=2").json
    second = seller.get(f"/notifications?limit=2&cursor={first['next']}").json
    ids = [one["id"] for one in (*first["items"], *second["items"])]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 3
    stolen = office.as_(STRANGER).get(f"/notifications?cursor={first['next']}")
    assert stolen.status == 422


def test_clients_are_told_but_set_no_reminders(office: Office) -> None:
    """Their list is theirs."""
    assert office.as_(CLIENT).post("/notifications/reminders", wish()).status == 403
    assert office.as_(CLIENT).get("/notifications").json["items"] == []


def test_a_reminder_also_goes_by_mail_once(office: Office) -> None:
    """To the address that people knows, whole in Cyrillic, and marked as nobody's personal letter."""
    office.know(SELLER, email="ivan@demo.example")
    office.as_(SELLER).post("/notifications/reminders", wish(NOW, about=CARD))
    office.tick()
    (told,) = [e for e in office.announced() if e.type == "notifications.notification_added"]
    office.hear(told)
    office.hear(told)
    (raw,) = office.letters()
    letter = message_from_string(raw, policy=default)
    assert (letter["To"], letter["Auto-Submitted"]) == ("ivan@demo.example", "auto-generated")
    assert letter["Subject"] == "Напоминание: Позвонить в «Трубы»"
    assert letter["Message-ID"] == f"<{told.data['notification']['id'].lower()}@demo.example>"
    body = letter.get_content()
    assert f"http://portal.test/deals/{DEAL_ID}" in body
    rows = boto3.client("dynamodb").scan(TableName="notifications")["Items"]
    (log,) = [row for row in rows if row["pk"]["S"].startswith("delivery#")]
    assert (log["sk"]["S"], log["state"]["S"]) == ("mail", "sent")
    assert log["provider_id"]["S"]


def test_a_subject_cannot_carry_a_header(office: Office) -> None:
    """Lines of a text are one line of a subject."""
    office.know(SELLER)
    text = "Позвонить\nBcc: thief@example.com"
    office.as_(SELLER).post("/notifications/reminders", wish(NOW, text=text))
    office.tick()
    office.hear(*(e for e in office.announced() if e.detail_type.endswith("added.v1")))
    letter = message_from_string(office.letters()[0], policy=default)
    assert letter["Bcc"] is None
    assert letter["Subject"] == "Напоминание: Позвонить Bcc: thief@example.com"
