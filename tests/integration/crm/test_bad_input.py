"""Whatever is sent to crm, the answer is a problem that names the field, and nothing is stored."""

from typing import Any

import pytest
from tests.integration.crm.shop import STAGES, Shop
from tests.support.personas import P

NOTHING = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
CONTACT = {"name": "Пётр"}
DEAL = {"title": "Станок"}


WRONG: dict[str, list[tuple[Any, str]]] = {
    "contacts": [
        ({}, "/name"),
        (CONTACT | {"name": "а" * 201}, "/name"),
        (CONTACT | {"name": "Пётр\0"}, "/name"),
        (CONTACT | {"name": "Пётр\u202eексел"}, "/name"),
        (CONTACT | {"name": " \n "}, "/name"),
        (CONTACT | {"emails": ["не адрес"]}, "/emails/0"),
        (CONTACT | {"emails": "petr@press.example"}, "/emails"),
        (CONTACT | {"emails": [f"{n}@x.example" for n in range(21)]}, "/emails"),
        (CONTACT | {"emails": ["a@x.example\nBcc: b@x.example"]}, "/emails/0"),
        (CONTACT | {"phones": ["12"]}, "/phones/0"),
        (CONTACT | {"company_id": "01"}, "/company_id"),
        (CONTACT | {"company_id": NOTHING}, "/company_id"),
        (CONTACT | {"participant_ids": [NOTHING]}, "/participant_ids/0"),
        (CONTACT | {"owner_id": NOTHING}, "/owner_id"),
        (CONTACT | {"vip": True}, "/vip"),
        (
            CONTACT | {"handles": [{"channel": "email", "value": "a@x.example"}]},
            "/handles/0/channel",
        ),
    ],
    "companies": [
        ({"name": "А", "tax_id": "7707083894"}, "/tax_id"),
        ({"name": "А", "domains": ["не домен"]}, "/domains/0"),
    ],
    "leads": [
        ({"title": "А", "status": "won"}, "/status"),
        ({"title": "А", "description": "x" * 400_000}, "/description"),
    ],
    "deals": [
        (DEAL | {"amount": {"amount": 120000.0}}, "/amount/amount"),
        (DEAL | {"amount": {"amount": "1.999"}}, "/amount/amount"),
        (DEAL | {"amount": {"amount": "-1"}}, "/amount"),
        (DEAL | {"amount": {"amount": "NaN"}}, "/amount/amount"),
        (DEAL | {"amount": {"amount": "1", "currency": "руб"}}, "/amount/currency"),
        (DEAL | {"stage_id": NOTHING}, "/stage_id"),
        (DEAL | {"contact_ids": [NOTHING]}, "/contact_ids/0"),
        (DEAL | {"contact_ids": [NOTHING] * 21}, "/contact_ids"),
        ([], ""),
    ],
}


@pytest.mark.parametrize("folder", WRONG)
def test_each_wrong_value_is_named(shop: Shop, folder: str) -> None:
    """The pointer leads to the value, and the list stays empty."""
    client, found = shop.as_(P.SELLER), []
    for body, _ in WRONG[folder]:
        reply = client.post(f"/crm/{folder}", body)
        assert reply.headers["Content-Type"] == "application/problem+json"
        found.append((body, reply.status, reply.json["errors"][0]["pointer"]))
    assert found == [(body, 422, pointer) for body, pointer in WRONG[folder]]
    assert client.get(f"/crm/{folder}").json["items"] == []


def test_what_is_no_json_object_is_refused(shop: Shop) -> None:
    """Cut, empty and absurdly deep bodies alike."""
    bodies = ["", "{", "null", '{"name": "\\udcff"}', "[" * 2000]
    replies = [shop.as_(P.SELLER).post("/crm/contacts", body) for body in bodies]
    assert [reply.status for reply in replies] == [422, 400, 422, 400, 400]


def test_an_id_that_is_none_is_of_no_card(shop: Shop) -> None:
    """Reading, changing and moving it say that there is no such card."""
    client, stage = shop.as_(P.OWNER), {"stage_id": shop.stages[1]}
    for card_id in ("1", "нет", NOTHING, NOTHING[:-1] + "ü", "x" * 3000, "a%23b", "%00"):
        path = f"/crm/deals/{card_id}"
        replies = [
            client.get(path),
            client.patch(path, {"title": "А"}),
            client.post(f"{path}/stage", stage),
        ]
        assert [reply.status for reply in replies] == [404, 404, 404]


def test_some_fields_are_not_changed_by_patch(shop: Shop) -> None:
    """Stages have a route of their own, and a title cannot be emptied."""
    client, path = shop.as_(P.SELLER), f"/crm/deals/{shop.deal()['id']}"
    patches = ({"stage_id": NOTHING}, {"pipeline_id": NOTHING}, {"version": 7}, {"title": None})
    errors = [client.patch(path, patch).json["errors"][0]["pointer"] for patch in patches]
    assert errors == ["/stage_id", "/pipeline_id", "/version", ""]
    assert client.get(path).headers["ETag"] == '"1"'


def test_a_stage_of_another_pipeline_than_the_named_is_refused(shop: Shop) -> None:
    """The deal stays where it was, with nothing in its log."""
    stage_id = shop.add_pipeline("Сервис")["stages"][1]["id"]
    path = f"/crm/deals/{shop.deal()['id']}"
    reply = shop.as_(P.SELLER).post(
        f"{path}/stage", {"stage_id": stage_id, "pipeline_id": shop.pipeline["id"]}
    )
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "/stage_id")
    assert len(shop.as_(P.SELLER).get(f"{path}/stages").json["items"]) == 1


def test_a_pipeline_needs_sound_stages(shop: Shop) -> None:
    """No pipeline is added to the one there is."""
    wrong: dict[str, list[Any]] = {
        "/stages": STAGES[:2],
        "/stages/4/name": [*STAGES, STAGES[0]],
        "/stages/0/probability": [STAGES[0] | {"probability": 101}, *STAGES[1:]],
    }
    client = shop.as_(P.OWNER)
    for pointer, stages in wrong.items():
        reply = client.post("/crm/pipelines", {"name": "Сервис", "stages": stages})
        assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)
    assert len(client.get("/crm/pipelines").json["items"]) == 1


def test_access_is_asked_for_cards(shop: Shop) -> None:
    """What is no card, or too many of them, is refused at the query."""
    many = ",".join([f"deal:{NOTHING}"] * 21)
    for cards in ("", "deal", "deal:1", f"letter:{NOTHING}", many):
        reply = shop.as_(P.SELLER).get(f"/crm/access?cards={cards}")
        assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "?cards")
