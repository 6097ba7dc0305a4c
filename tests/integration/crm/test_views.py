"""Saved views: whose they are, in which order, and that a removed one comes back."""

from typing import Any

from tests.integration.crm.shop import Shop
from tests.integration.crm.views_access import VIEW
from tests.support.personas import SALES, P, Persona


def views(shop: Shop, who: Persona) -> Any:
    """What somebody is told of the views of deals."""
    return shop.as_(who).get("/crm/views?kind=deal").json


def test_a_view_comes_back_as_it_was_kept(shop: Shop) -> None:
    """With its filter, its order and its columns, for who made it alone."""
    state = {
        "pipeline": shop.pipeline["id"],
        "look": "list",
        "sort": "-updated",
        "filter": [{"by": "step", "values": ["none"]}, {"by": "amount", "low": "100000"}],
        "columns": ["title", "amount", "own.01J0000000000000000000000A"],
    }
    made = shop.scene.made("/crm/views", VIEW | {"state": state})
    (found,) = views(shop, P.SELLER)["items"]
    assert found == made
    assert {key: found["state"][key] for key in state} == {
        **state,
        "filter": [
            {"by": "step", "values": ["none"], "low": None, "high": None, "empty": None},
            {"by": "amount", "low": "100000", "values": None, "high": None, "empty": None},
        ],
    }
    assert views(shop, P.STRANGER)["items"] == []
    assert shop.as_(P.SELLER).get("/crm/views?kind=lead").json["items"] == []


def test_each_has_his_own_order(shop: Shop) -> None:
    """New views come last; what was pinned or removed elsewhere does no harm."""
    ids = [shop.scene.made("/crm/views", VIEW | {"name": str(n)}, P.HEAD)["id"] for n in range(3)]
    shared = {"department_ids": [SALES]}
    assert shop.as_(P.HEAD).patch(f"/crm/views/{ids[0]}", shared).status == 200
    order = {"kind": "deal", "order": [ids[2], ids[0]], "pinned": [ids[0]], "first": ids[0]}
    told = shop.as_(P.HEAD).put("/crm/views/arrangement", order).json
    assert [view["id"] for view in told["items"]] == [ids[2], ids[0], ids[1]]
    assert (told["pinned"], told["first"]) == ([ids[0]], ids[0])
    of_seller = views(shop, P.SELLER)
    assert ([view["mine"] for view in of_seller["items"]], of_seller["first"]) == ([False], None)


def test_a_removed_view_comes_back(shop: Shop) -> None:
    """For all who used it; what it shared no more, others do not find."""
    view = shop.scene.made("/crm/views", VIEW | {"department_ids": [SALES]}, P.HEAD)["id"]
    assert len(views(shop, P.STRANGER)["items"]) == 1
    assert shop.as_(P.STRANGER).patch(f"/crm/views/{view}", {"name": "Моё"}).status == 403
    assert shop.as_(P.HEAD).delete(f"/crm/views/{view}").status == 204
    assert views(shop, P.STRANGER)["items"] == views(shop, P.HEAD)["items"] == []
    assert shop.as_(P.HEAD).patch(f"/crm/views/{view}", {"name": "Моё"}).status == 404
    assert shop.as_(P.HEAD).post(f"/crm/views/{view}/restore").status == 200
    assert len(views(shop, P.STRANGER)["items"]) == 1
    assert shop.as_(P.HEAD).patch(f"/crm/views/{view}", {"department_ids": []}).status == 200
    assert views(shop, P.STRANGER)["items"] == []


def test_nobody_keeps_more_than_he_could_find(shop: Shop) -> None:
    """A hundred of each list."""
    for _ in range(100):
        shop.scene.made("/crm/views", VIEW)
    assert shop.as_(P.SELLER).post("/crm/views", VIEW).status == 409
