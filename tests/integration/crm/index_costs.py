"""What it may cost to keep the index of cards."""

from dataclasses import replace
from typing import Any

from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.triggers import queued

from portal.cards import CardKind
from portal.events import Event


def changed(scene: Scene) -> Event:
    """The news of the seller's deal."""
    return scene.records.fit(examples("crm.card_changed.v1")[0])


def indexed_deal(scene: Scene) -> Event:
    """The news of the seller's deal, which the index has heard already."""
    event = changed(scene)
    scene.world.app("crm").invoke("consume", queued(event))
    return event


def moved_deal(scene: Scene) -> Event:
    """The seller's deal came into another stage; its former one is in the index."""
    event, records = indexed_deal(scene), scene.records
    path = f"/crm/deals/{records.ids[CardKind.DEAL]}/stage"
    scene.made(path, {"stage_id": records.stage_ids[1]})
    return event


def edited_deal(scene: Scene) -> dict[str, Any]:
    """Nothing of the seller's deal has changed but a text that no list asks for."""
    event, deal = indexed_deal(scene), scene.records.ids[CardKind.DEAL]
    text = {"description": "Перезвонить после обеда"}
    assert scene.client(P.SELLER, "crm").patch(f"/crm/deals/{deal}", text).status == 200
    return queued(
        replace(event, data=dict(event.data) | {"created": False, "changed": ["description"]})
    )


TRIGGERS = {
    "crm.card_changed.v1": Trigger(
        "consume",
        lambda scene: queued(changed(scene)),
        # A new deal stands on more shelves than one transaction writes. Its pipeline says how soon its client is answered.
        Budget({"GetItem": 7, "Query": 5, "TransactWriteItems": 3}, read=12, write=264),
    ),
    "crm.card_changed.v1 of a deal that moved": Trigger(
        "consume",
        lambda scene: queued(moved_deal(scene)),
        Budget({"GetItem": 7, "Query": 5, "TransactWriteItems": 1}, read=12, write=184),
    ),
    "crm.card_changed.v1 once more": Trigger(
        "consume",
        lambda scene: queued(indexed_deal(scene)),
        Budget({"GetItem": 7, "Query": 5}, read=12),
    ),
    "crm.card_changed.v1 of a deal whose text changed": Trigger(
        "consume",
        edited_deal,
        Budget({"GetItem": 3, "TransactWriteItems": 1}, read=3, write=32),
    ),
    "reindex": Trigger(
        "reindex",
        # Not everything has been indexed in the furnished company: the first page is two contacts.
        lambda _: {},
        Budget(
            {"BatchGetItem": 3, "GetItem": 4, "Query": 13, "TransactWriteItems": 2},
            read=19.5,
            write=182,
        ),
    ),
}
