"""Changing a pipeline over HTTP."""

import pytest
from tests.integration.crm.shop import Shop
from tests.support.bus import Bus
from tests.support.personas import P

from chalicelib.crm.store import StageLog, guards
from chalicelib.crm.store.items import GuardItem
from portal.errors import ConflictError
from portal.ids import new_id
from portal.paging import PageRequest


def test_an_owner_redraws_a_pipeline(shop: Shop) -> None:
    """The deals stay in their stages under the new names."""
    deal = shop.deal()
    first, *rest = shop.pipeline["stages"]
    stages = [first | {"name": "Заявка"}, {"name": "Замер", "probability": 30}, *rest]
    path = f"/crm/pipelines/{shop.pipeline['id']}"
    changed = shop.as_(P.OWNER).patch(path, {"name": "Опт", "stages": stages})
    assert changed.status == 200, changed.text
    (listed,) = shop.as_(P.SELLER).get("/crm/pipelines").json["items"]
    assert listed == changed.json
    names = [stage["name"] for stage in listed["stages"]]
    assert (listed["name"], names[:2]) == ("Опт", ["Заявка", "Замер"])
    assert shop.titles(P.SELLER, f"&stage_id={listed['stages'][0]['id']}") == [deal["title"]]
    assert listed["stages"][0]["id"] == deal["stage_id"]


def test_what_will_not_do_is_refused(shop: Shop) -> None:
    """A stage left out, a pipeline that never was, an empty name: each with its own answer."""
    owner, path = shop.as_(P.OWNER), f"/crm/pipelines/{shop.pipeline['id']}"
    shop.deal()
    removed = owner.patch(path, {"stages": shop.pipeline["stages"][1:]})
    assert (removed.status, "Новая" in removed.json["detail"]) == (409, True)
    assert owner.patch(f"/crm/pipelines/{new_id()}", {"name": "Опт"}).status == 404
    assert owner.patch(path, {"name": " "}).json["errors"][0]["pointer"] == "/name"
    assert owner.get("/crm/pipelines").json["items"] == [shop.pipeline]


def test_of_two_owners_the_second_is_told(shop: Shop) -> None:
    """The one who saw an older state changes nothing."""
    owner, path = shop.as_(P.OWNER), f"/crm/pipelines/{shop.pipeline['id']}"
    seen = owner.patch(path, {"name": "Опт"}).headers["ETag"]
    assert owner.patch(path, {"name": "Розница"}, **{"If-Match": seen}).status == 200
    late = owner.patch(path, {"name": "Склад"}, **{"If-Match": seen})
    assert late.status == 412
    assert owner.get("/crm/pipelines").json["items"][0]["name"] == "Розница"


def test_a_stage_goes_and_its_deals_go_on(shop: Shop) -> None:
    """The page after the page that the event announces finds nothing left; nobody comes in meanwhile."""
    deal, owner = shop.deal(), shop.as_(P.OWNER)
    path, (first, second, *rest) = f"/crm/pipelines/{shop.pipeline['id']}", shop.pipeline["stages"]
    body = {"stages": [second, *rest], "into": {first["id"]: second["id"]}}
    assert owner.patch(path, body).status == 200
    late = shop.as_(P.SELLER).post(f"/crm/deals/{deal['id']}/stage", {"stage_id": first["id"]})
    assert late.status == 422
    Bus(shop.scene.world).carry("crm.deals_displaced")
    moved = shop.as_(P.SELLER).get(f"/crm/deals/{deal['id']}").json
    assert moved["stage_id"] == second["id"]


def test_a_removed_stage_is_closed_to_who_still_believes_in_it(shop: Shop) -> None:
    """Whoever read the pipeline before cannot write after: the guard is asked with the write itself."""
    deal_id = shop.deal()["id"]
    path, (first, second, *rest) = f"/crm/pipelines/{shop.pipeline['id']}", shop.pipeline["stages"]
    body = {"stages": [second, *rest], "into": {first["id"]: second["id"]}}
    assert shop.as_(P.OWNER).patch(path, body).status == 200
    (move,) = StageLog().moves(deal_id, PageRequest()).items
    other = GuardItem("any", "other")
    with pytest.raises(ConflictError, match="removed"):
        guards.entering(move).put(other).commit()


def test_a_removed_pipeline_is_gone(shop: Shop) -> None:
    """Its deals stand in the other one, and who asks for it finds nothing."""
    deal, other = shop.deal(), shop.add_pipeline("Сервис")
    owner, path = shop.as_(P.OWNER), f"/crm/pipelines/{shop.pipeline['id']}"
    assert owner.delete(path).status == 409
    assert owner.delete(f"{path}?into={other['stages'][1]['id']}").status == 204
    Bus(shop.scene.world).carry("crm.deals_displaced")
    assert [p["id"] for p in owner.get("/crm/pipelines").json["items"]] == [other["id"]]
    moved = shop.as_(P.SELLER).get(f"/crm/deals/{deal['id']}").json
    assert (moved["pipeline_id"], moved["stage_id"]) == (other["id"], other["stages"][1]["id"])
