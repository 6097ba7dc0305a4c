"""Erasures: who may ask for them, and what they may cost."""

from dataclasses import replace

from tests.support.access import Call, Row, fixed
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.triggers import queued

from portal.events import Event
from portal.ids import new_id

ANSWERED = ("communications", "documents", "notifications", "people")


def contact(scene: Scene) -> Call:
    """A contact of the seller's."""
    assert scene.records
    made = scene.made("/crm/contacts", {"name": "Егор Стёртый"})["id"]
    return Call(f"/crm/contacts/{made}/erasure", {"name": "Егор Стёртый", "ground": "request"})


def lead(scene: Scene) -> Call:
    """A lead of the seller's."""
    assert scene.records
    made = scene.made("/crm/leads", {"title": "Заявка Егора"})["id"]
    return Call(f"/crm/leads/{made}/erasure", {"name": "Заявка Егора", "ground": "request"})


def begun(scene: Scene) -> str:
    """The id of an erasure that goes on."""
    call = contact(scene)
    erasure: str = scene.made(call.path, call.body, P.OWNER)["id"]
    return erasure


def shown(scene: Scene) -> Call:
    """One erasure."""
    return Call(f"/crm/erasures/{begun(scene)}")


def told_again(scene: Scene) -> Call:
    """One erasure, to be told once more."""
    return Call(f"/crm/erasures/{begun(scene)}/retry", {})


def heard(feature: str, scene: Scene) -> Event:
    """A step of an erasure that goes on, or an answer to it."""
    event = examples(f"{feature}.personal_data_erased.v1")[0]
    data = dict(event.data) | {"erasure_id": begun(scene), "step": 0}
    return replace(event, id=new_id(), data=data)


def _trigger(feature: str, budget: Budget) -> tuple[str, Trigger]:
    return f"{feature}.personal_data_erased.v1", Trigger(
        "consume", lambda scene: queued(heard(feature, scene)), budget
    )


ROWS = {
    "erase_contact": Row(contact, {P.OWNER}),
    "erase_lead": Row(lead, {P.OWNER}),
    "erasures": Row(fixed("/crm/erasures"), {P.OWNER}),
    "erasure": Row(shown, {P.OWNER}),
    "retry_erasure": Row(told_again, {P.OWNER}),
}

ROUTES = {
    "erase_contact": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=2, write=12, by=P.OWNER),
    "erase_lead": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=2, write=12, by=P.OWNER),
    "erasures": Budget({"GetItem": 1, "Query": 1}, read=2, by=P.OWNER),
    "erasure": Budget({"GetItem": 2, "Query": 1}, read=3, by=P.OWNER),
    "retry_erasure": Budget({"GetItem": 3, "PutItem": 1, "Query": 1}, read=4, write=3, by=P.OWNER),
}

TRIGGERS = dict(
    [
        _trigger(
            "crm",
            Budget(
                {
                    "BatchGetItem": 1,
                    "GetItem": 3,
                    "PutItem": 2,
                    "Query": 3,
                    "TransactWriteItems": 2,
                    "DeleteItem": 1,
                },
                read=8,
                write=14,
            ),
        ),
        *(
            _trigger(feature, Budget({"GetItem": 1, "PutItem": 1, "Query": 1}, read=2, write=1))
            for feature in ANSWERED
        ),
    ]
)
