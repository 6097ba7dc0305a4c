"""Who may do what with templates, and what it may cost."""

from typing import Any

from tests.support.access import NOT_ALLOWED, Call, Row, fixed
from tests.support.budgets import Budget
from tests.support.personas import RELATED, STAFF, P, Persona
from tests.support.scene import Scene

from portal.cards import CardKind

PATH = "/communications/templates"
WORDS = {
    "subject": "{{card.title}}",
    "html": "<p>{{recipient.called}}, {{recipient.company}}: {{card.stage}}, {{today}}</p>",
}
NEW: dict[str, Any] = {"name": "Предложение", **WORDS}
SHARED: dict[str, Any] = {**NEW, "personal": False}


def kept(scene: Scene, body: dict[str, Any], by: Persona) -> str:
    """The id of a template that the persona made."""
    template_id: str = scene.made(PATH, body, by)["id"]
    return template_id


def own(scene: Scene) -> Call:
    """The seller's own template."""
    template_id = kept(scene, NEW, P.SELLER)
    return Call(f"{PATH}/{template_id}", {"name": "Другое"}, about=template_id)


def shared(scene: Scene) -> Call:
    """A template of the owner's for everybody."""
    template_id = kept(scene, SHARED, P.OWNER)
    return Call(f"{PATH}/{template_id}", {"archived": True}, about=template_id)


def trial(scene: Scene) -> Call:
    """Words for the seller's deal."""
    return Call(f"{PATH}/preview", {**WORDS, "card": scene.records.ref(CardKind.DEAL)})


def letter(scene: Scene) -> Call:
    """A template for everybody, for the seller's deal."""
    use = {"card": scene.records.ref(CardKind.DEAL), "language": "en"}
    return Call(f"{shared(scene).path}/letter", use)


TEMPLATES = {
    "templates": Row(
        lambda scene: Call(PATH, about=own(scene).about), STAFF, shown_to=frozenset({P.SELLER})
    ),
    "add_template": Row(fixed(PATH, NEW), STAFF),
    "add_template for everybody": Row(fixed(PATH, SHARED), {P.OWNER}, NOT_ALLOWED),
    "template": Row(own, {P.SELLER}),
    "template for everybody": Row(shared, STAFF),
    "change_template": Row(own, {P.SELLER}, repeatable=True),
    "change_template for everybody": Row(shared, {P.OWNER}, NOT_ALLOWED, repeatable=True),
    "preview_template": Row(trial, RELATED),
    "template_letter": Row(letter, RELATED),
}

# What the neighbours do for it counts too, since here they are one process.
_ASKING = {"GetItem": 11, "Query": 1, "neighbour.crm": 4, "neighbour.people": 1}
TEMPLATE_COSTS = {
    "templates": Budget({"GetItem": 1, "Query": 2}, read=3),
    "add_template": Budget({"GetItem": 1, "Query": 1, "TransactWriteItems": 1}, read=2, write=6),
    "template": Budget({"GetItem": 2}, read=1.5),
    "change_template": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=6),
    "preview_template": Budget(_ASKING, read=9),
    "template_letter": Budget({**_ASKING, "GetItem": 12}, read=10),
}
