"""Lists with filters, page by page, as different readers see them."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from tests.integration.crm.shop import Shop
from tests.support.personas import P

from chalicelib.crm.service import tallies
from chalicelib.crm.store import shelves


def rub(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "RUB"}


def own(*conditions: dict[str, Any]) -> str:
    return f"&own={quote(json.dumps(conditions))}"


def field(shop: Shop, kind: str, name: str, type_: str, **more: Any) -> Any:
    """A new own field of the deals."""
    return shop.scene.made(
        "/crm/fields", {"kind": kind, "type": type_, "name": name, **more}, P.OWNER
    )


@pytest.fixture
def coloured(shop: Shop) -> tuple[Shop, str, str, str]:
    """Deals in two stages with a colour and a weight, of two sellers; the ids of the fields and of red."""
    colour = field(shop, "deal", "Цвет", "choice", options=[{"name": "Красный"}, {"name": "Синий"}])
    weight = field(shop, "deal", "Вес", "number")
    red, blue = (option["id"] for option in colour["options"])
    c, w = colour["id"], weight["id"]
    shop.deal("Ёлка", amount=rub("9.00"), own={c: red, w: "5"})
    shop.move(shop.deal("антенна", amount=rub("100.50"), own={c: blue, w: "12"})["id"], 1)
    shop.deal("«Яхта»", own={c: red})
    shop.move(shop.deal("Борона", amount=rub("20"), own={w: "7.5"})["id"], 1)
    shop.deal("Весы", by=P.STRANGER, amount=rub("1.00"), own={c: red, w: "100"})
    shop.scene.bus.carry()
    return shop, c, w, red


def test_conditions_in_every_order(coloured: tuple[Shop, str, str, str]) -> None:
    """Each list has what answers, in the order asked for, two on a page."""
    shop, c, w, red = coloured
    made = ["Ёлка", "антенна", "«Яхта»", "Борона"]
    among = {
        f"&stage_id={shop.stages[0]},{shop.stages[1]}": {"Ёлка", "антенна", "«Яхта»", "Борона"},
        "&amount_from=10": {"антенна", "Борона"},
        "&amount_to=20": {"Ёлка", "Борона"},
        own({"field": c, "test": "one_of", "values": [red]}): {"Ёлка", "«Яхта»"},
        own({"field": c, "test": "empty"}): {"Борона"},
        own({"field": w, "test": "range", "low": "6", "high": "12"}): {"антенна", "Борона"},
        own({"field": w, "test": "range", "low": "6"}) + f"&stage_id={shop.stages[1]}": {
            "антенна",
            "Борона",
        },
        "&owner_id=me&stage_kind=open": {"Ёлка", "антенна", "«Яхта»", "Борона"},
        "&created_from=2020-01-01T00:00:00Z&created_to=2020-02-01T00:00:00Z": set(),
        "&closed_from=2020-01-01T00:00:00Z": set(),
        "&created_from=2020-01-01T00:00:00Z": {"Ёлка", "антенна", "«Яхта»", "Борона"},
        # Instants that no id can tell.
        "&created_from=1492-04-27T15:08:50Z&created_to=9999-12-31T23:59:59Z": set(made),
        "&created_to=1492-04-27T15:08:50Z": set(),
    }
    orders = {
        "created": made,
        "-created": made[::-1],
        "name": ["антенна", "Борона", "Ёлка", "«Яхта»"],
        "amount": ["Ёлка", "Борона", "антенна", "«Яхта»"],
        "-amount": ["антенна", "Борона", "Ёлка", "«Яхта»"],
    }
    for query, titles in among.items():
        for sort, order in orders.items():
            expected = [title for title in order if title in titles]
            assert shop.titles(P.SELLER, f"{query}&sort={sort}") == expected, (query, sort)


def test_a_long_shelf_is_read_in_the_order_asked_for(
    coloured: tuple[Shop, str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than can be sorted at once; each answer looks at so many, and the next goes on from there."""
    shop, c, w, red = coloured
    monkeypatch.setattr(shelves, "MOST", 2)
    monkeypatch.setattr(shelves, "FEW", 1)
    query = own({"field": c, "test": "one_of", "values": [red]})
    assert shop.titles(P.OWNER, f"{query}&sort=name") == ["Весы", "Ёлка", "«Яхта»"]
    assert shop.titles(P.OWNER, f"{query}&sort=-amount") == ["Ёлка", "Весы", "«Яхта»"]
    heavy = own({"field": w, "test": "range", "low": "1000"})
    page = shop.as_(P.OWNER).get("/crm/deals?sort=created&amount_from=20&limit=1").json
    assert [deal["title"] for deal in page["items"]] == ["антенна"]
    far = shop.as_(P.OWNER).get(f"/crm/deals?sort=created{heavy}").json
    assert (far["items"], bool(far["next"])) == ([], True)


def test_a_filter_follows_its_deals(coloured: tuple[Shop, str, str, str]) -> None:
    """What answers no more is not shown even before the index has heard of it."""
    shop, c, _, red = coloured
    query = own({"field": c, "test": "one_of", "values": [red]})
    deal = shop.as_(P.SELLER).get("/crm/deals?limit=1&sort=created").json["items"][0]
    assert shop.as_(P.SELLER).patch(f"/crm/deals/{deal['id']}", {"own": {c: None}}).status == 200
    assert shop.titles(P.SELLER, query) == ["«Яхта»"]
    shop.scene.bus.carry()
    assert shop.titles(P.SELLER, query) == ["«Яхта»"]
    assert shop.titles(P.SELLER, own({"field": c, "test": "empty"})) == ["Борона", "Ёлка"]


def test_leads_by_status_and_contacts_by_company(shop: Shop) -> None:
    """The other lists have filters of their own."""
    lead = shop.add("leads", title="Заявка")
    shop.add("leads", title="Вторая")
    shop.as_(P.SELLER).patch(f"/crm/leads/{lead['id']}", {"status": "rejected"})
    company = shop.add("companies", name="Ромашка")
    shop.add("contacts", name="Анна", company_id=company["id"])
    shop.add("contacts", name="Борис")
    shop.scene.bus.carry()
    for path, field_name, names in (
        ("leads?status=rejected,qualified", "title", ["Заявка"]),
        ("leads?status=new", "title", ["Вторая"]),
        (f"contacts?company_id={company['id']}&sort=name", "name", ["Анна"]),
        ("companies?updated_from=2020-01-01T00:00:00Z", "name", ["Ромашка"]),
    ):
        found = shop.as_(P.SELLER).get(f"/crm/{path}").json["items"]
        assert [item[field_name] for item in found] == names, path


def test_the_head_of_the_board_counts_what_answers(
    coloured: tuple[Shop, str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the shelf of a colour at once, else stage by stage; what was not looked at is told."""
    shop, c, _, red = coloured
    path = f"/crm/pipelines/{shop.pipeline['id']}/tally?"

    def counted(query: str) -> list[tuple[int, list[str], bool]]:
        items = shop.as_(P.SELLER).get(path + query).json["items"]
        return [(i["count"], [s["amount"] for s in i["sums"]], i["more"]) for i in items[:2]]

    colour = own({"field": c, "test": "one_of", "values": [red]})
    assert counted(colour) == [(2, ["9.00"], False), (0, [], False)]
    assert counted("&amount_from=10") == [(0, [], False), (2, ["120.50"], False)]
    for most in ("_MOST_OF_ALL", "_MOST_OF_ONE"):
        monkeypatch.setattr(tallies, most, 1)
    assert counted("&amount_from=10") == [(0, [], True), (1, ["20.00"], True)]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("owner_id=x", "?owner_id"),
        ("stage_kind=half", "?stage_kind"),
        ("amount_from=x", "?amount_from"),
        ("created_from=2026-01-01", "?created_from"),
        ("own=x", "?own"),
        ("own=[{}]", "?own"),
        (
            "own=" + quote('[{"field":"01J0000000000000000000000A","test":"range","low":"x"}]'),
            "?own",
        ),
        ("own=" + quote('[{"field":"01J0000000000000000000000A","test":"one_of"}]'), "?own"),
        (
            "own=" + quote('[{"field":"01J0000000000000000000000A","test":"range","low":"NaN"}]'),
            "?own",
        ),
        ("amount_from=1&cursor=eyJvZiI6IiJ9", "?cursor"),
    ],
)
def test_a_filter_without_sense_is_refused(shop: Shop, query: str, pointer: str) -> None:
    """The parameter is named."""
    reply = shop.as_(P.SELLER).get(f"/crm/deals?{query}")
    assert reply.status == 422, reply.text
    assert reply.json["errors"][0]["pointer"].startswith(pointer)


def test_a_client_has_no_filters(shop: Shop) -> None:
    """His few deals are not in the index."""
    assert shop.as_(P.CLIENT).get("/crm/deals?amount_from=1").status == 422
