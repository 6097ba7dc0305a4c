"""What the routes and consumers of notifications may cost."""

from datetime import timedelta
from typing import Any

from tests.integration.notifications.access import wish
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import SALES, P
from tests.support.scene import Scene
from tests.support.sessions import SESSION_ENDED
from tests.support.triggers import queued, streamed

from portal.clock import to_wire, utc_now
from portal.events import Event
from portal.principals import department_grant, head_grant

ROUTES = {
    "add_reminder": Budget({"GetItem": 1, "PutItem": 1}, read=0.5, write=3),
    "reminders": Budget({"GetItem": 1, "Query": 1}, read=1),
    "change_reminder": Budget({"GetItem": 2, "UpdateItem": 1}, read=1.5, write=5),
    "skip_reminder": Budget({"GetItem": 2, "UpdateItem": 1}, read=1.5, write=5),
    "cancel_reminder": Budget({"GetItem": 2, "UpdateItem": 1}, read=1.5, write=5),
    "inbox": Budget({"GetItem": 2, "Query": 1}, read=2),
    "mark_read": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=8),
    "mark_all_read": Budget({"GetItem": 2, "Query": 1, "TransactWriteItems": 1}, read=2, write=8),
    "deliveries": Budget({"GetItem": 2, "Query": 1}, read=2),
    "preferences": Budget({"GetItem": 2}, read=1.5),
    "choose_preferences": Budget({"GetItem": 1, "PutItem": 1}, read=0.5, write=1),
}


def known(scene: Scene) -> None:
    """Lets notifications know the company's people."""
    assert scene.directory
    scene.world.app("notifications")
    scene.bus.carry()


def heard(name: str, **data: Any) -> Any:
    """A neighbour's event, about the company's people."""

    def event(scene: Scene) -> dict[str, Any]:
        known(scene)
        return queued(fitted(scene, name, **data))

    return event


def fitted(scene: Scene, name: str, **data: Any) -> Event:
    """The published example, told to the seller and his department."""
    told = scene.records.fit(examples(name)[0]).to_dict()
    seller = {"owner_id": scene.id_of(P.SELLER), "person_id": scene.id_of(P.SELLER)}
    told["data"] |= {key: value for key, value in seller.items() if key in told["data"]} | data
    return Event.from_dict(told | {"audience": [department_grant(SALES)]})


def overdue(scene: Scene) -> dict[str, Any]:
    """A client waits for the seller, and his head is told as well."""
    known(scene)
    told = fitted(scene, "crm.answer_overdue.v1").to_dict()
    return queued(Event.from_dict(told | {"audience": [head_grant(SALES)]}))


def due(scene: Scene) -> dict[str, Any]:
    """A minute in which one reminder goes off."""
    just_now = to_wire(utc_now() - timedelta(seconds=30))
    scene.made("/notifications/reminders", wish(at=just_now))
    return {}


def of_series(scene: Scene) -> dict[str, Any]:
    """A minute in which one time of a series goes off."""
    just_now = to_wire(utc_now() - timedelta(seconds=30))
    daily = {"rule": "FREQ=DAILY", "time_zone": "Europe/Moscow"}
    scene.made("/notifications/reminders", wish(at=just_now, repeat=daily))
    return {}


def quiet(scene: Scene) -> dict[str, Any]:
    """A minute in which none does."""
    scene.made("/notifications/reminders", wish())
    return {}


TRIGGERS = {
    "tick with nothing due": Trigger(
        "tick", quiet, Budget({"PutItem": 1, "Query": 5}, read=2.5, write=1)
    ),
    "tick with one reminder due": Trigger(
        "tick", due, Budget({"PutItem": 1, "Query": 5, "TransactWriteItems": 1}, read=2.5, write=10)
    ),
    "tick with one time of a series": Trigger(
        "tick",
        of_series,
        Budget({"GetItem": 1, "PutItem": 1, "Query": 5, "TransactWriteItems": 1}, 3.5, 14),
    ),
    "people.personal_data_erased.v1": Trigger(
        "consume",
        lambda _: queued(*examples("people.personal_data_erased.v1")),
        Budget({"DeleteItem": 1, "PutItem": 1, "Query": 2}, read=1, write=2),
    ),
    "publish": Trigger(
        "publish",
        lambda _: streamed(*examples("notifications.reminder_fired.v1")),
        Budget({"events.PutEvents": 1}),
    ),
    "people.session_ended.v1": SESSION_ENDED,
    "people.work_handed_over.v1": Trigger(
        "consume",
        heard("people.work_handed_over.v1"),
        Budget({"Query": 1}, read=0.5),
    ),
    "people.person_changed.v1": Trigger(
        "consume",
        heard("people.person_changed.v1"),
        Budget({"GetItem": 1, "PutItem": 1, "UpdateItem": 1}, read=1, write=2),
    ),
    "crm.entry_added.v1": Trigger(
        "consume",
        heard("crm.entry_added.v1", participant_ids=[], mentioned_ids=[]),
        Budget({"BatchGetItem": 1, "TransactWriteItems": 1}, read=1, write=8),
    ),
    "crm.communication_unlinked.v1": Trigger(
        "consume",
        heard("crm.communication_unlinked.v1"),
        Budget({"BatchGetItem": 1, "Query": 1, "TransactWriteItems": 3}, read=3.5, write=24),
    ),
    "crm.next_step_missing.v1": Trigger(
        "consume",
        heard("crm.next_step_missing.v1"),
        Budget({"BatchGetItem": 1, "TransactWriteItems": 1}, read=1, write=8),
    ),
    "crm.answer_overdue.v1": Trigger(
        "consume",
        overdue,
        Budget({"BatchGetItem": 3, "Query": 1, "TransactWriteItems": 2}, read=4, write=16),
    ),
    "communications.communication_undelivered.v1": Trigger(
        "consume",
        heard("communications.communication_undelivered.v1"),
        Budget({"BatchGetItem": 1, "TransactWriteItems": 1}, read=1, write=8),
    ),
    "communications.mailbox_silent.v1": Trigger(
        "consume",
        heard("communications.mailbox_silent.v1"),
        Budget({"BatchGetItem": 1, "Query": 1, "TransactWriteItems": 1}, read=2, write=8),
    ),
    "documents.file_quarantined.v1": Trigger(
        "consume",
        heard("documents.file_quarantined.v1"),
        Budget({"BatchGetItem": 1, "TransactWriteItems": 1}, read=1, write=8),
    ),
    "notifications.notification_added.v1": Trigger(
        "consume",
        heard("notifications.notification_added.v1", mail=True),
        Budget({"BatchGetItem": 1, "PutItem": 2, "sesv2.SendEmail": 1}, read=1, write=2),
    ),
}
