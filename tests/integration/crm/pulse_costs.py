"""What it may cost to know what cards wait for."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.integration.crm.index_costs import indexed_deal
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.triggers import queued, streamed

from chalicelib.crm.store import PulseStore
from portal.cards import CardKind, CardRef
from portal.clock import utc_now
from portal.ids import new_id

ROUTES = {
    "pulse": Budget({"BatchGetItem": 2, "GetItem": 1}, read=2),
    "working_hours": Budget({"GetItem": 2}, read=1.5),
    "set_working_hours": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1, by=P.OWNER),
}


def linked(scene: Scene) -> dict[str, Any]:
    """The news of a letter that was sent from the seller's deal, which the index knows."""
    indexed_deal(scene)
    sent = scene.records.fit(examples("communications.communication_sent.v1")[0])
    letter = sent.data["communication"] | {"id": new_id()}
    scene.world.app("crm").invoke(
        "link",
        streamed(replace(sent, id=new_id(), data=dict(sent.data) | {"communication": letter})),
    )
    event = scene.records.fit(examples("crm.communication_linked.v1")[0])
    return queued(replace(event, data=dict(event.data) | {"communication_id": letter["id"]}))


def reminded(scene: Scene) -> dict[str, Any]:
    """The news of a reminder on the seller's deal, which the index knows."""
    indexed_deal(scene)
    return queued(scene.records.fit(examples("notifications.reminder_changed.v1")[0]))


def unknown(scene: Scene) -> dict[str, Any]:
    """The news of a letter that stands nowhere."""
    return queued(scene.records.fit(examples("crm.communication_unlinked.v1")[0]))


def overdue(scene: Scene) -> dict[str, Any]:
    """A minute in which the client of the seller's deal has waited for too long."""
    crm, pipeline = scene.world.app("crm"), scene.records.pipeline["id"]
    scene.client(P.OWNER, "crm").patch(f"/crm/pipelines/{pipeline}", {"answer_within": 1})
    asked = scene.records.fit(examples("communications.communication_received.v1")[1])
    message = asked.data["communication"] | {"id": new_id()}
    told = {"communication": message, "contact_ids": [scene.records.ids[CardKind.CONTACT]]}
    crm.invoke("link", streamed(replace(asked, id=new_id(), data=dict(asked.data) | told)))
    event = scene.records.fit(examples("crm.communication_linked.v1")[0])
    data = dict(event.data) | {"communication_id": message["id"]}
    crm.invoke("consume", queued(replace(event, data=data)))
    return {}


def stepless(scene: Scene) -> dict[str, Any]:
    """A minute in which the seller's deal has had no next step for too long."""
    store, long_ago = PulseStore(), utc_now() - timedelta(days=9)
    before = store.pulse(CardRef(CardKind.DEAL, scene.records.ids[CardKind.DEAL]))
    store.save(before, replace(before, stepless_since=long_ago, step_by=long_ago))
    return {}


TRIGGERS = {
    "crm.communication_linked.v1": Trigger(
        "consume",
        linked,
        Budget({"GetItem": 7, "Query": 6}, read=13),
    ),
    "crm.communication_unlinked.v1": Trigger("consume", unknown, Budget({"GetItem": 1}, read=1)),
    "notifications.reminder_changed.v1": Trigger(
        "consume",
        reminded,
        Budget({"GetItem": 7, "Query": 5, "TransactWriteItems": 3}, read=12, write=40),
    ),
    "tick with nothing due": Trigger("tick", lambda _: {}, Budget({"Query": 5}, read=2.5)),
    "tick with an answer that is overdue": Trigger(
        "tick",
        overdue,
        Budget({"GetItem": 2, "Query": 5, "TransactWriteItems": 1}, read=4.5, write=6),
    ),
    "tick with a step that is missing": Trigger(
        "tick",
        stepless,
        Budget({"GetItem": 2, "Query": 5, "TransactWriteItems": 1}, read=4.5, write=6),
    ),
}
