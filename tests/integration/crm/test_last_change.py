"""Lists by when a card was last changed, which stands on a shelf of its own."""

from typing import Any

import pytest
from tests.integration.crm.shop import Shop
from tests.support.personas import P

from chalicelib.crm.store import shelves


@pytest.fixture
def changed(shop: Shop) -> tuple[Shop, str]:
    """Deals of which two changed after all were made, and when that of the last one began."""
    for title, amount in (
        ("Ёлка", "9.00"),
        ("антенна", "100.50"),
        ("«Яхта»", ""),
        ("Борона", "20"),
    ):
        money: dict[str, Any] = {"amount": {"amount": amount, "currency": "RUB"}} if amount else {}
        shop.deal(title, **money)
    shop.deal("Весы", by=P.STRANGER)
    deals = shop.as_(P.SELLER).get("/crm/deals").json["items"]
    ids = {deal["title"]: deal["id"] for deal in deals}
    for title in ("«Яхта»", "Ёлка"):
        text = {"description": "Перезвонить"}
        assert shop.as_(P.SELLER).patch(f"/crm/deals/{ids[title]}", text).status == 200
    shop.scene.bus.carry()
    return shop, deals[0]["updated_at"]


ORDERS = {
    "-updated": ["Ёлка", "«Яхта»", "Борона"],
    "updated": ["Борона", "«Яхта»", "Ёлка"],
    "-created": ["Борона", "«Яхта»", "Ёлка"],
    "name": ["Борона", "Ёлка", "«Яхта»"],
    "-amount": ["Борона", "Ёлка", "«Яхта»"],
}


@pytest.mark.parametrize("most", [1000, 1])
def test_what_changed_since_is_found_in_every_order(
    changed: tuple[Shop, str], monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Whether few cards changed in the time that is asked for, or too many to sort them at once."""
    shop, at = changed
    monkeypatch.setattr(shelves, "MOST", most)
    monkeypatch.setattr(shelves, "FEW", min(most, 99))
    cheap = "&amount_from=1&amount_to=10"
    for sort, titles in ORDERS.items():
        assert shop.titles(P.SELLER, f"&updated_from={at}&sort={sort}") == titles, sort
        assert shop.titles(P.SELLER, f"&updated_from={at}{cheap}&sort={sort}") == ["Ёлка"], sort


def test_what_did_not_change_since_is_found(changed: tuple[Shop, str]) -> None:
    """A range may be open at either end."""
    shop, at = changed
    assert shop.titles(P.SELLER, f"&updated_to={at}&sort=name") == ["антенна", "Борона"]
    later = f"updated_from={at}"
    tally = shop.as_(P.SELLER).get(f"/crm/pipelines/{shop.pipeline['id']}/tally?{later}").json
    assert [(item["count"], item["more"]) for item in tally["items"][:2]] == [
        (3, False),
        (0, False),
    ]


def test_the_order_of_changes_needs_no_filter(changed: tuple[Shop, str]) -> None:
    """Of one's own cards, of somebody's, and of contacts as well."""
    shop, _ = changed
    assert shop.titles(P.SELLER, "&sort=-updated") == ["Ёлка", "«Яхта»", "Борона", "антенна"]
    mine = f"&sort=updated&owner_id={shop.id_of(P.STRANGER)}"
    assert shop.titles(P.OWNER, mine) == ["Весы"]
    shop.add("contacts", name="Анна")
    shop.scene.bus.carry()
    found = shop.as_(P.SELLER).get("/crm/contacts?sort=-updated").json["items"]
    assert found[0]["name"] == "Анна"
    assert shop.as_(P.CLIENT).get("/crm/deals?sort=-updated").status == 422
