"""What the routes and consumers of crm may cost."""

from dataclasses import replace
from typing import Any

from tests.integration.crm import (
    erasing,
    exports_costs,
    imports_costs,
    index_costs,
    merging_costs,
    people_costs,
    pipeline_costs,
    pulse_costs,
    rounds_costs,
    shaping_costs,
)
from tests.integration.crm.history_costs import HISTORY
from tests.integration.crm.views_costs import VIEWS
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.scene import Scene
from tests.support.triggers import queued, streamed

from portal.cards import CardKind
from portal.events import Event
from portal.ids import new_id

ROUTES = pipeline_costs.ROUTES | {
    "contacts": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 1}, read=2),
    "add_contact": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=19),
    "contact": Budget({"GetItem": 2}, read=1.5),
    "change_contact": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=6),
    "contact_timeline": Budget({"GetItem": 2, "Query": 1}, read=2),
    "comment_on_contact": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=4),
    "companies": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 1}, read=1.5),
    "add_company": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=16),
    "company": Budget({"GetItem": 2}, read=1.5),
    "change_company": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=4),
    "company_timeline": Budget({"GetItem": 2, "Query": 1}, read=2),
    "comment_on_company": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=4),
    "leads": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 1}, read=1.5),
    "add_lead": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=16),
    "lead": Budget({"GetItem": 2}, read=1.5),
    "change_lead": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=4),
    "lead_timeline": Budget({"GetItem": 2, "Query": 1}, read=2),
    "comment_on_lead": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=4),
    "convert_lead": Budget({"GetItem": 2, "Query": 2, "TransactWriteItems": 1}, read=3.5, write=71),
    **HISTORY,
    **merging_costs.ROUTES,
    "deals": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 1}, read=1.5),
    "add_deal": Budget({"GetItem": 2, "Query": 1, "TransactWriteItems": 1}, read=2.5, write=25),
    "deal": Budget({"GetItem": 2}, read=1.5),
    "change_deal": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=6),
    "deal_timeline": Budget({"GetItem": 2, "Query": 1}, read=2),
    "comment_on_deal": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=4),
    "move_deal": Budget({"GetItem": 3, "Query": 1, "TransactWriteItems": 1}, read=3.5, write=43),
    "deal_progress": Budget({"GetItem": 2, "Query": 1}, read=2.5),
    **shaping_costs.ROUTES,
    "deal_stages": Budget({"GetItem": 2, "Query": 1}, read=2),
    "deal_stage_times": Budget({"GetItem": 3}, read=2.5),
    # A query for each kind of card; of another word only where the first leads to many.
    "search": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 4}, read=3.5),
    **exports_costs.ROUTES,
    **imports_costs.ROUTES,
    **pulse_costs.ROUTES,
    **rounds_costs.ROUTES,
    **erasing.ROUTES,
    **VIEWS,
    "access": Budget({"BatchGetItem": 1, "GetItem": 1}, read=1),
}


def example(scene: Scene, name: str) -> Event:
    """The published example, about the scene's records."""
    return scene.records.fit(examples(name)[0])


def letter(scene: Scene, sender: str) -> Event:
    """A letter from an address, with nothing else to tell its card by."""
    event = example(scene, "communications.communication_received.v1")
    communication = event.data["communication"] | {"id": new_id()}
    told = {"token_card": None, "parent_ids": [], "counterparts": [sender], "authenticated": True}
    data = dict(event.data) | told | {"communication": communication}
    return replace(event, id=new_id(), data=data)


def conversion(scene: Scene) -> dict[str, Any]:
    """The end of a lead on which one letter stands."""
    event = letter(scene, "stranger@demo.example")
    chosen = {"card": scene.records.ref(CardKind.LEAD)}
    told = replace(event, type="communications.link_chosen", data=dict(event.data) | chosen)
    scene.world.app("crm").invoke("link", streamed(told))
    return queued(example(scene, "crm.lead_converted.v1"))


def message(scene: Scene) -> Event:
    """What a client wrote in the portal about the deal."""
    event = scene.records.fit(examples("communications.communication_received.v1")[1])
    parties = [scene.records.ids[CardKind.CONTACT]]
    return replace(event, id=new_id(), data=dict(event.data) | {"contact_ids": parties})


TRIGGERS = pipeline_costs.TRIGGERS | {
    **exports_costs.TRIGGERS,
    **imports_costs.TRIGGERS,
    **erasing.TRIGGERS,
    **index_costs.TRIGGERS,
    **merging_costs.TRIGGERS,
    "publish": Trigger(
        "publish",
        lambda _: streamed(*examples("crm.deal_stage_changed.v1")),
        Budget({"events.PutEvents": 1}),
    ),
    "link a letter from a client": Trigger(
        "link",
        lambda scene: streamed(letter(scene, scene.records.email)),
        Budget(
            {"BatchGetItem": 3, "GetItem": 2, "Query": 1, "TransactWriteItems": 1}, read=5, write=24
        ),
    ),
    "link a letter from a stranger": Trigger(
        "link",
        lambda scene: streamed(letter(scene, "stranger@demo.example")),
        Budget({"GetItem": 2, "PutItem": 1}, read=2, write=1),
    ),
    "link a letter that was sent": Trigger(
        "link",
        lambda scene: streamed(example(scene, "communications.communication_sent.v1")),
        Budget({"BatchGetItem": 1, "GetItem": 3, "TransactWriteItems": 1}, read=3.5, write=15),
    ),
    "link a message from a client": Trigger(
        "link",
        lambda scene: streamed(message(scene)),
        Budget({"BatchGetItem": 2, "GetItem": 2, "TransactWriteItems": 1}, read=4, write=24),
    ),
    "link what a person chose": Trigger(
        "link",
        lambda scene: streamed(example(scene, "communications.link_chosen.v1")),
        Budget({"BatchGetItem": 1, "GetItem": 3, "TransactWriteItems": 1}, read=3.5, write=15),
    ),
    "link nothing to what a person took off": Trigger(
        "link",
        lambda scene: streamed(example(scene, "communications.link_removed.v1")),
        Budget({"GetItem": 2, "PutItem": 1}, read=2, write=2),
    ),
    "crm.lead_converted.v1": Trigger(
        "consume",
        conversion,
        Budget(
            {"BatchGetItem": 1, "GetItem": 1, "Query": 1, "TransactWriteItems": 1},
            read=3.5,
            write=21,
        ),
    ),
    "documents.file_received.v1": Trigger(
        "consume",
        lambda scene: queued(example(scene, "documents.file_received.v1")),
        Budget({"GetItem": 1, "PutItem": 1}, read=1, write=4),
    ),
    "documents.file_quarantined.v1": Trigger(
        "consume",
        lambda scene: queued(example(scene, "documents.file_quarantined.v1")),
        Budget({"GetItem": 1, "PutItem": 1}, read=1, write=4),
    ),
    **people_costs.TRIGGERS,
    **pulse_costs.TRIGGERS,
    **rounds_costs.TRIGGERS,
}
