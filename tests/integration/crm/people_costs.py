"""What the news of people may cost crm."""

from dataclasses import replace

from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.sessions import SESSION_ENDED
from tests.support.triggers import queued

from portal.events import Event
from portal.ids import new_id


def moved_seller(scene: Scene) -> Event:
    """The owner of five cards got another department."""
    event = _example(scene, "people.person_changed.v1")
    person = event.data["person"] | {"id": scene.id_of(P.SELLER), "active": True}
    return replace(event, data=dict(event.data) | {"person": person})


def handed_over(scene: Scene) -> Event:
    """Another seller leaves his only card to the seller."""
    scene.made("/crm/companies", {"name": "Пресс"}, P.STRANGER)
    event = _example(scene, "people.work_handed_over.v1")
    to = event.data["to"] | {"id": scene.id_of(P.SELLER)}
    data = dict(event.data) | {"from_id": scene.id_of(P.STRANGER), "to": to}
    return replace(event, id=new_id(), data=data)


def _example(scene: Scene, name: str) -> Event:
    return scene.records.fit(examples(name)[0])


TRIGGERS = {
    "people.session_ended.v1": SESSION_ENDED,
    "people.person_changed.v1": Trigger(
        "consume",
        lambda scene: queued(moved_seller(scene)),
        Budget(
            {"BatchGetItem": 4, "PutItem": 1, "Query": 4, "TransactWriteItems": 5, "UpdateItem": 1},
            read=4.5,
            write=54,
        ),
    ),
    "people.work_handed_over.v1": Trigger(
        "consume",
        lambda scene: queued(handed_over(scene)),
        Budget(
            {"BatchGetItem": 1, "GetItem": 1, "PutItem": 1, "Query": 4, "TransactWriteItems": 1},
            read=4,
            write=30,
        ),
    ),
}
