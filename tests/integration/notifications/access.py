"""Who may call which route of notifications."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.support.access import Call, Row, fixed
from tests.support.contracts import examples
from tests.support.personas import RELATED, SIGNED_IN, STAFF, P
from tests.support.scene import Scene
from tests.support.triggers import queued

from portal.cards import CardKind
from portal.clock import to_wire, utc_now
from portal.events import Event
from portal.ids import new_id


def wish(**more: Any) -> dict[str, Any]:
    """A reminder for tomorrow."""
    return {"at": to_wire(utc_now() + timedelta(days=1)), "text": "Перезвонить"} | more


def about_deal(scene: Scene) -> Call:
    """A reminder about the seller's deal."""
    body = wish(about=scene.records.ref(CardKind.DEAL))
    return Call("/notifications/reminders", body)


def of_reminder(scene: Scene) -> Call:
    """The seller's reminder."""
    return Call(f"/notifications/reminders/{reminder(scene)}")


def put_off(scene: Scene) -> Call:
    """The seller's reminder, an hour later."""
    at = to_wire(utc_now() + timedelta(days=1, hours=1))
    return Call(f"/notifications/reminders/{reminder(scene)}", {"at": at})


def skipped(scene: Scene) -> Call:
    """The next time of the seller's daily reminder, left out."""
    daily = {"rule": "FREQ=DAILY", "time_zone": "Europe/Moscow"}
    made = scene.made("/notifications/reminders", wish(repeat=daily))
    path = f"/notifications/reminders/{made['id']}/skip"
    return Call(path, {"occurrence": made["at"]})


def listed(path: str, make: Callable[[Scene], str]) -> Callable[[Scene], Call]:
    """A list of one's own, while the seller has something in his."""

    def request(scene: Scene) -> Call:
        return Call(path, about=make(scene))

    return request


def marked(scene: Scene) -> Call:
    """The seller's notification, read."""
    return Call(f"/notifications/{notification(scene)}/read", {})


def all_marked(scene: Scene) -> Call:
    """Everything read, while the seller has something that is not."""
    notification(scene)
    return Call("/notifications/read-all", {})


def log_of(scene: Scene) -> Call:
    """Where the seller's notification went."""
    return Call(f"/notifications/{notification(scene)}/deliveries")


WISHES = {
    "silent": ["file"],
    "mailed": ["reminder"],
    "quiet": {"start": "20:00", "end": "09:00", "working_days": [0, 1, 2, 3, 4]},
    "digest": {"mode": "daily", "at": "17:30"},
    "urgent_mail": False,
}


def reminder(scene: Scene) -> str:
    """The id of a reminder of the seller's."""
    reminder_id: str = scene.made("/notifications/reminders", wish())["id"]
    return reminder_id


def notification(scene: Scene) -> str:
    """The id of what the seller was told when a letter came to his deal."""
    told = examples("crm.entry_added.v1")[0].to_dict()
    told["id"] = new_id()
    told["occurred_at"] = to_wire(utc_now())
    told["data"] |= {"owner_id": scene.id_of(P.SELLER), "participant_ids": [], "mentioned_ids": []}
    told["data"]["entry"] |= {"kind": "mail", "direction": "inbound"}
    event = scene.records.fit(Event.from_dict(told))
    answer = scene.world.app("notifications").invoke("consume", queued(event))
    assert answer == {"batchItemFailures": []}
    found = scene.call(P.SELLER, "GET", "/notifications?limit=1").json["items"]
    notification_id: str = found[0]["id"]
    return notification_id


ROWS = {
    "add_reminder": Row(fixed("/notifications/reminders", wish()), STAFF),
    "add_reminder about a card": Row(about_deal, RELATED, refused=422),
    "reminders": Row(
        listed("/notifications/reminders?limit=100", reminder),
        STAFF,
        shown_to=frozenset({P.SELLER}),
    ),
    "change_reminder": Row(put_off, {P.SELLER}),
    "skip_reminder": Row(skipped, {P.SELLER}),
    "cancel_reminder": Row(of_reminder, {P.SELLER}),
    "inbox": Row(
        listed("/notifications?limit=1", notification),
        SIGNED_IN,
        shown_to=frozenset({P.SELLER}),
    ),
    "mark_read": Row(marked, {P.SELLER}),
    "mark_all_read": Row(all_marked, SIGNED_IN),
    "deliveries": Row(log_of, {P.SELLER}),
    "preferences": Row(fixed("/notifications/preferences"), STAFF),
    "choose_preferences": Row(fixed("/notifications/preferences", WISHES), STAFF),
}
