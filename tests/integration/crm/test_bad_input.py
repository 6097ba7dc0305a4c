"""Whatever is sent to crm, the answer is a problem that names the field, and nothing is stored."""

from typing import Any

import pytest
from tests.integration.crm.shop import STAGES, Shop
from tests.support.personas import P

NOTHING = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
CONTACT = {"name": "Пётр"}
DEAL = {"title": "Станок"}


@pytest.mark.parametrize(
    ("folder", "body", "pointer"),
    [
        ("contacts", {}, "/name"),
        ("contacts", CONTACT | {"name": "а" * 201}, "/name"),
        ("contacts", CONTACT | {"name": "Пётр\0"}, "/name"),
        ("contacts", CONTACT | {"name": "Пётр\u202eексел"}, "/name"),
        ("contacts", CONTACT | {"name": " \n "}, "/name"),
        ("contacts", CONTACT | {"emails": ["не адрес"]}, "/emails/0"),
        ("contacts", CONTACT | {"emails": "petr@press.example"}, "/emails"),
        ("contacts", CONTACT | {"emails": [f"{n}@x.example" for n in range(21)]}, "/emails"),
        ("contacts", CONTACT | {"emails": ["a@x.example\nBcc: b@x.example"]}, "/emails/0"),
        ("contacts", CONTACT | {"phones": ["12"]}, "/phones/0"),
        ("contacts", CONTACT | {"company_id": "01"}, "/company_id"),
        ("contacts", CONTACT | {"company_id": NOTHING}, "/company_id"),
        ("contacts", CONTACT | {"participant_ids": [NOTHING]}, "/participant_ids/0"),
        ("contacts", CONTACT | {"owner_id": NOTHING}, "/owner_id"),
        ("contacts", CONTACT | {"vip": True}, "/vip"),
        (
            "contacts",
            CONTACT | {"handles": [{"channel": "email", "value": "a@x.example"}]},
            "/handles/0/channel",
        ),
        ("companies", {"name": "А", "tax_id": "7707083894"}, "/tax_id"),
        ("companies", {"name": "А", "domains": ["не домен"]}, "/domains/0"),
        ("leads", {"title": "А", "status": "won"}, "/status"),
        ("leads", {"title": "А", "description": "x" * 400_000}, "/description"),
        ("deals", DEAL | {"amount": {"amount": 120000.0}}, "/amount/amount"),
        ("deals", DEAL | {"amount": {"amount": "1.999"}}, "/amount/amount"),
        ("deals", DEAL | {"amount": {"amount": "-1"}}, "/amount"),
        ("deals", DEAL | {"amount": {"amount": "NaN"}}, "/amount/amount"),
        ("deals", DEAL | {"amount": {"amount": "1", "currency": "руб"}}, "/amount/currency"),
        ("deals", DEAL | {"stage_id": NOTHING}, "/stage_id"),
        ("deals", DEAL | {"contact_ids": [NOTHING]}, "/contact_ids/0"),
        ("deals", DEAL | {"contact_ids": [NOTHING] * 21}, "/contact_ids"),
        ("deals", [], ""),
    ],
)
def test_a_wrong_value_is_named(shop: Shop, folder: str, body: Any, pointer: str) -> None:
    """The pointer leads to the value, and the list stays empty."""
    reply = shop.as_(P.SELLER).post(f"/crm/{folder}", body)
    assert (reply.status, reply.headers["Content-Type"]) == (422, "application/problem+json")
    assert reply.json["errors"][0]["pointer"] == pointer
    assert shop.as_(P.SELLER).get(f"/crm/{folder}").json["items"] == []


@pytest.mark.parametrize("body", ["", "{", "null", '{"name": "\\udcff"}', "[" * 2000])
def test_what_is_no_json_object_is_refused(shop: Shop, body: str) -> None:
    """Cut, empty and absurdly deep bodies alike."""
    reply = shop.as_(P.SELLER).post("/crm/contacts", body)
    assert reply.status in {400, 422}
    assert reply.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "card_id", ["1", "нет", "01ARZ3NDEKTSV4RRFFQ69G5FA" + "ü", "x" * 3000, "a#b", "%00"]
)
def test_an_id_that_is_none_is_of_no_card(shop: Shop, card_id: str) -> None:
    """Reading, changing and moving it say that there is no such card."""
    client = shop.as_(P.OWNER)
    replies = [
        client.get(f"/crm/deals/{card_id.replace('#', '%23')}"),
        client.patch(f"/crm/deals/{card_id.replace('#', '%23')}", {"title": "А"}),
        client.post(
            f"/crm/deals/{card_id.replace('#', '%23')}/stage", {"stage_id": shop.stages[1]}
        ),
    ]
    assert [reply.status for reply in replies] == [404, 404, 404]


@pytest.mark.parametrize(
    ("patch", "pointer"),
    [
        ({"stage_id": NOTHING}, "/stage_id"),
        ({"pipeline_id": NOTHING}, "/pipeline_id"),
        ({"version": 7}, "/version"),
        ({"title": None}, ""),
    ],
)
def test_some_fields_are_not_changed_by_patch(
    shop: Shop, patch: dict[str, Any], pointer: str
) -> None:
    """Stages have a route of their own, and a title cannot be emptied."""
    path = f"/crm/deals/{shop.deal()['id']}"
    reply = shop.as_(P.SELLER).patch(path, patch)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)
    assert shop.as_(P.SELLER).get(path).headers["ETag"] == '"1"'


def test_a_stage_of_another_pipeline_is_refused(shop: Shop) -> None:
    """The deal stays where it was, with nothing in its log."""
    stage_id = shop.add_pipeline("Сервис")["stages"][1]["id"]
    path = f"/crm/deals/{shop.deal()['id']}"
    reply = shop.as_(P.SELLER).post(f"{path}/stage", {"stage_id": stage_id})
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "/stage_id")
    assert len(shop.as_(P.SELLER).get(f"{path}/stages").json["items"]) == 1


@pytest.mark.parametrize(
    ("stages", "pointer"),
    [
        ([], "/stages"),
        (STAGES[:2], "/stages"),
        ([*STAGES, STAGES[0]], "/stages/4/name"),
        ([STAGES[0] | {"probability": 101}, *STAGES[1:]], "/stages/0/probability"),
    ],
)
def test_a_pipeline_needs_sound_stages(shop: Shop, stages: list[Any], pointer: str) -> None:
    """No pipeline is added to the one there is."""
    reply = shop.as_(P.OWNER).post("/crm/pipelines", {"name": "Сервис", "stages": stages})
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)
    assert len(shop.as_(P.SELLER).get("/crm/pipelines").json["items"]) == 1


@pytest.mark.parametrize(
    "cards", ["", "deal", "deal:1", f"letter:{NOTHING}", ",".join([f"deal:{NOTHING}"] * 21)]
)
def test_access_is_asked_for_cards(shop: Shop, cards: str) -> None:
    """What is no card, or too many of them, is refused at the query."""
    reply = shop.as_(P.SELLER).get(f"/crm/access?cards={cards}")
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "?cards")
