"""Who may call which route of crm."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from tests.integration.crm import erasing
from tests.integration.crm import exports_access as exports
from tests.integration.crm import imports_access as imports
from tests.integration.crm import pulse_access as pulse
from tests.integration.crm import rounds_access as rounds
from tests.integration.crm import views_access as views
from tests.integration.crm.cards_made import FOLDERS, NAMED, team
from tests.integration.crm.pairs_access import PAIRS
from tests.support.access import Call, Row, fixed
from tests.support.contracts import examples
from tests.support.personas import RELATED, SIGNED_IN, STAFF, P, Persona
from tests.support.records import STAGES
from tests.support.scene import Scene
from tests.support.triggers import queued

from portal.cards import CardKind, CardRef
from portal.events import Event
from portal.ids import new_id

CLIENTS_OWN = RELATED | {P.CLIENT}
# A client sees the deals he is on and his own contact card; nobody outside sees a lead or a company.
SEEN_BY: dict[CardKind, frozenset[Persona]] = {
    CardKind.CONTACT: CLIENTS_OWN,
    CardKind.COMPANY: RELATED,
    CardKind.LEAD: RELATED,
    CardKind.DEAL: CLIENTS_OWN,
}


def listed(kind: CardKind) -> Callable[[Scene], Call]:
    """A list that the seller's record could be in."""

    def request(scene: Scene) -> Call:
        return Call(f"/crm/{FOLDERS[kind]}?limit=100", about=scene.records.ids[kind])

    return request


def on(kind: CardKind, rest: str = "", body: Any = None) -> Callable[[Scene], Call]:
    """A request about the seller's record."""
    return lambda scene: Call(f"/crm/{FOLDERS[kind]}/{scene.records.ids[kind]}{rest}", body)


def moved(scene: Scene) -> Call:
    """The seller's deal in another stage."""
    deal = scene.made("/crm/deals", {"title": "Двери"} | team(scene))["id"]
    return Call(f"/crm/deals/{deal}/stage", {"stage_id": scene.records.stage_ids[1]})


def converted(scene: Scene) -> Call:
    """A lead of the seller's that becomes a contact and a deal."""
    lead = scene.made("/crm/leads", {"title": "Заявка с выставки"} | team(scene))["id"]
    body = {"contact": {"name": "Борис Новиков"}, "deal": {"title": "Пресс для Новикова"}}
    return Call(f"/crm/leads/{lead}/convert", body)


def added(kind: CardKind) -> Callable[[Scene], Call]:
    """A new record of one's own."""

    def request(scene: Scene) -> Call:
        # A deal needs a pipeline, and the caller's name stands in the directory.
        assert scene.records
        return Call(f"/crm/{FOLDERS[kind]}", {NAMED.get(kind, "title"): "Новая запись"})

    return request


def renamed(kind: CardKind) -> Callable[[Scene], Call]:
    """The seller's record under a name that it has never had."""

    def request(scene: Scene) -> Call:
        return on(kind, "", {NAMED.get(kind, "title"): f"Имя {new_id()}"})(scene)

    return request


def restored(kind: CardKind) -> Callable[[Scene], Call]:
    """The text that the seller's record had before it was last changed."""

    def request(scene: Scene) -> Call:
        path = f"/crm/{FOLDERS[kind]}/{scene.records.ids[kind]}"
        client = scene.client(P.SELLER, "crm")
        assert client.patch(path, {"description": f"Текст {new_id()}"}).status == HTTPStatus.OK
        change = client.get(f"{path}/changes?limit=1").json["items"][0]["id"]
        return on(kind, f"/changes/{change}/restore", {"field": "description"})(scene)

    return request


def pipeline_renamed(scene: Scene) -> Call:
    """The company's pipeline under a name that it has never had."""
    pipeline = scene.records.pipeline["id"]
    return Call(f"/crm/pipelines/{pipeline}", {"name": f"Продажи {new_id()}"})


def field_added(_: Scene) -> Call:
    """A field that there has never been."""
    return Call("/crm/fields", {"kind": "deal", "type": "text", "name": f"Поле {new_id()}"})


def field_changed(scene: Scene) -> Call:
    """A new field, hidden."""
    made = scene.made("/crm/fields", field_added(scene).body, P.OWNER)
    return Call(f"/crm/fields/{made['id']}", {"hidden": True})


def fields_laid_out(scene: Scene) -> Call:
    """The only field of leads, in a group that there has never been."""
    known = scene.client(P.OWNER, "crm").get("/crm/fields?kind=lead").json["items"]
    body = {"kind": "lead", "type": "text", "name": "Вес"}
    (field, *_) = known or [scene.made("/crm/fields", body, P.OWNER)]
    group = {"name": f"Группа {new_id()}", "field_ids": [field["id"]]}
    return Call("/crm/fields/layout", {"kind": "lead", "groups": [group]})


def pipeline_removed(scene: Scene) -> Call:
    """A second pipeline of the company, in which nothing stands."""
    body = {"name": "Сервис", "stages": STAGES, "position": 1}
    assert scene.records
    return Call(f"/crm/pipelines/{scene.made('/crm/pipelines', body, P.OWNER)['id']}")


def tallied(scene: Scene) -> Call:
    """The head of the board on which the seller's deal stands."""
    return Call(f"/crm/pipelines/{scene.records.pipeline['id']}/tally")


def searched(scene: Scene) -> Call:
    """A deal of the seller's by two words of its title, when the index has heard of it."""
    deal = scene.made("/crm/deals", {"title": "Витраж для театра"} | team(scene))["id"]
    scene.world.app("crm").invoke("consume", queued(card_changed(deal)))
    return Call("/crm/search?q=ТЕАТР витраж", about=deal)


def card_changed(deal_id: str) -> Event:
    """The news of a deal."""
    ref = (CardRef(CardKind.DEAL, deal_id),)
    return replace(examples("crm.card_changed.v1")[0], about=ref)


def asked(scene: Scene) -> Call:
    """What neighbours ask."""
    deal = scene.records.ids[CardKind.DEAL]
    return Call(f"/crm/access?cards=deal:{deal}", about=deal)


def _of_cards() -> Iterator[tuple[str, Row]]:
    for kind, folder in FOLDERS.items():
        seen_by = SEEN_BY[kind]
        yield folder, Row(listed(kind), _readers(kind), shown_to=seen_by)
        yield f"add_{kind}", Row(added(kind), STAFF)
        yield str(kind), Row(on(kind), seen_by)
        yield f"change_{kind}", Row(renamed(kind), RELATED)
        yield f"{kind}_timeline", Row(on(kind, "/timeline"), seen_by)
        yield f"{kind}_changes", Row(on(kind, "/changes"), RELATED)
        yield f"{kind}_viewers", Row(on(kind, "/viewers"), RELATED)
        if kind in {CardKind.CONTACT, CardKind.DEAL}:
            yield f"{kind}_absences", Row(on(kind, "/absences"), RELATED)
        yield f"restore_{kind}", Row(restored(kind), RELATED)
        yield f"comment_on_{kind}", Row(on(kind, "/comments", {"text": "Звонил"}), RELATED)


def _readers(kind: CardKind) -> frozenset[Persona]:
    return SIGNED_IN if P.CLIENT in SEEN_BY[kind] else STAFF


ROWS = {
    **dict(_of_cards()),
    **PAIRS,
    "convert_lead": Row(converted, RELATED),
    "move_deal": Row(moved, RELATED),
    "deal_progress": Row(on(CardKind.DEAL, "/progress"), CLIENTS_OWN),
    "deal_pipeline": Row(on(CardKind.DEAL, "/pipeline"), RELATED),
    "deal_stages": Row(on(CardKind.DEAL, "/stages"), RELATED),
    "deal_stage_times": Row(on(CardKind.DEAL, "/stage-times"), RELATED),
    "pipelines": Row(fixed("/crm/pipelines"), STAFF),
    "add_pipeline": Row(fixed("/crm/pipelines", {"name": "Сервис", "stages": STAGES}), {P.OWNER}),
    "change_pipeline": Row(pipeline_renamed, {P.OWNER}),
    "fields": Row(fixed("/crm/fields?kind=deal"), STAFF),
    "add_field": Row(field_added, {P.OWNER}),
    "change_field": Row(field_changed, {P.OWNER}),
    "lay_out_fields": Row(fields_laid_out, {P.OWNER}),
    "remove_pipeline": Row(pipeline_removed, {P.OWNER}),
    "tally": Row(tallied, STAFF),
    "search": Row(searched, STAFF, shown_to=RELATED),
    **exports.ROWS,
    **imports.ROWS,
    **pulse.ROWS,
    **views.ROWS,
    **rounds.ROWS,
    **erasing.ROWS,
    "access": Row(asked, SIGNED_IN, shown_to=CLIENTS_OWN),
}
