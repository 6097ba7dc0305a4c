"""Lists in other orders than that of making, page by page."""

import pytest
from tests.integration.crm.shop import Shop
from tests.support.personas import P, Persona

from portal.ids import new_id
from portal.paging import encode_cursor

FILTERS = ("", "pipeline", "stage", "owner", "owner pipeline", "owner stage")


def rub(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "RUB"}


def furnished(shop: Shop) -> Shop:
    """Deals of two sellers in two stages, two of them without an amount."""
    shop.deal("Ёлка", amount=rub("9.00"))
    shop.move(shop.deal("антенна", amount=rub("100.50"))["id"], 1)
    shop.deal("«Яхта»")
    shop.move(shop.deal("Борона", amount=rub("20"), participant_ids=[shop.id_of(P.HEAD)])["id"], 1)
    shop.deal("Весы", by=P.STRANGER, amount=rub("1.00"))
    shop.deal("Гиря", by=P.STRANGER)
    shop.scene.bus.carry()
    return shop


def query(shop: Shop, which: str) -> str:
    """A filter by its words."""
    values = {
        "pipeline": f"&pipeline_id={shop.pipeline['id']}",
        "stage": f"&stage_id={shop.stages[0]}",
        "owner": f"&owner_id={shop.id_of(P.SELLER)}",
    }
    return "".join(values[word] for word in which.split())


@pytest.mark.parametrize("who", [P.SELLER, P.HEAD, P.OWNER])
def test_every_order_with_every_filter(shop: Shop, who: Persona) -> None:
    """Each list has the cards that it has unsorted, once each, in its order, two on a page."""
    furnished(shop)
    made = ["Ёлка", "антенна", "«Яхта»", "Борона", "Весы", "Гиря"]
    named = ["антенна", "Борона", "Весы", "Гиря", "Ёлка", "«Яхта»"]
    up = ["Весы", "Ёлка", "Борона", "антенна", "«Яхта»", "Гиря"]
    down = ["антенна", "Борона", "Ёлка", "Весы", "Гиря", "«Яхта»"]
    orders = {"created": made, "-created": made[::-1], "name": named, "-name": named[::-1]}
    for which in FILTERS:
        among = set(shop.titles(who, query(shop, which)))
        for sort, order in (orders | {"amount": up, "-amount": down}).items():
            expected = [title for title in order if title in among]
            assert shop.titles(who, f"{query(shop, which)}&sort={sort}") == expected, (which, sort)


def test_contacts_companies_and_leads_are_sorted_by_name(shop: Shop) -> None:
    """And by whose they are."""
    for folder, field in (("contacts", "name"), ("companies", "name"), ("leads", "title")):
        for by, name in ((P.SELLER, "Яна"), (P.SELLER, "анна"), (P.STRANGER, "Борис")):
            shop.add(folder, by, **{field: name})
        shop.scene.bus.carry()
        for sort, names in (
            ("name", ["анна", "Борис", "Яна"]),
            ("-name", ["Яна", "Борис", "анна"]),
            ("created", ["Яна", "анна", "Борис"]),
            ("-created", ["Борис", "анна", "Яна"]),
        ):
            reply = shop.as_(P.HEAD).get(f"/crm/{folder}?sort={sort}")
            assert [item[field] for item in reply.json["items"]] == names
        mine = shop.as_(P.HEAD).get(f"/crm/{folder}?sort=name&owner_id={shop.id_of(P.SELLER)}")
        assert [item[field] for item in mine.json["items"]] == ["анна", "Яна"]


def test_a_list_follows_its_deals(shop: Shop) -> None:
    """A new price and a new name; what left the stage is not shown even before the index hears of it."""
    furnished(shop)
    stage = f"&stage_id={shop.stages[0]}"
    found = shop.as_(P.SELLER).get("/crm/deals").json["items"]
    ids = {deal["title"]: deal["id"] for deal in found}
    shop.move(ids["Ёлка"], 1)
    assert shop.titles(P.SELLER, f"{stage}&sort=name") == ["«Яхта»"]
    change = {"title": "Абажур", "amount": rub("0.01")}
    assert shop.as_(P.SELLER).patch(f"/crm/deals/{ids['«Яхта»']}", change).status == 200
    shop.scene.bus.carry()
    assert shop.titles(P.SELLER, "&sort=name") == ["Абажур", "антенна", "Борона", "Ёлка"]
    assert shop.titles(P.SELLER, "&sort=amount") == ["Абажур", "Ёлка", "Борона", "антенна"]
    assert shop.titles(P.SELLER, f"{stage}&sort=-amount") == ["Абажур"]


@pytest.mark.parametrize("sort", ["name", "-amount", "-created"])
def test_a_cursor_of_ones_own_making_is_refused(shop: Shop, sort: str) -> None:
    """It points at the cursor, and is no failure of ours."""
    name = f"deal::{shop.pipeline['id']}#:{sort}"
    card = f"#deal:{new_id()}"
    for after in ("", "абв", card[:-1], f"\x00{card}", f"\ud800{card}", "я" * 900 + card, 5, None):
        cursor = encode_cursor({"of": name, "after": after}) if after != f"\ud800{card}" else "7aCA"
        path = f"/crm/deals?pipeline_id={shop.pipeline['id']}&sort={sort}&cursor={cursor}"
        reply = shop.as_(P.SELLER).get(path)
        assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "?cursor")


def test_a_cursor_is_of_one_order(shop: Shop) -> None:
    """It does not page the same list in another order."""
    furnished(shop)
    cursor = shop.as_(P.SELLER).get("/crm/deals?limit=1&sort=name").json["next"]
    assert shop.as_(P.SELLER).get(f"/crm/deals?sort=name&cursor={cursor}").status == 200
    for other in ("", "sort=-name&", "sort=amount&", "sort=created&"):
        assert shop.as_(P.SELLER).get(f"/crm/deals?{other}cursor={cursor}").status == 422


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("/crm/deals?sort=title", P.SELLER),
        ("/crm/contacts?sort=amount", P.SELLER),
        ("/crm/leads?sort=", P.SELLER),
        ("/crm/deals?sort=name", P.CLIENT),
        ("/crm/contacts?sort=-name", P.CLIENT),
    ],
)
def test_an_order_that_there_is_not_is_refused(shop: Shop, path: str, who: Persona) -> None:
    """Clients have few cards, newest first."""
    reply = shop.as_(who).get(path)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "?sort")
