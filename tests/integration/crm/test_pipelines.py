"""Changing a pipeline over HTTP."""

from tests.integration.crm.shop import Shop
from tests.support.personas import P

from portal.ids import new_id


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
