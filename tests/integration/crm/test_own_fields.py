"""Own fields over HTTP: an owner adds them, and the cards have them."""

from typing import Any

from tests.integration.crm.shop import Shop
from tests.support.personas import P

from portal.ids import new_id


def field(shop: Shop, **values: Any) -> Any:
    """A new field of deals."""
    return shop.scene.made("/crm/fields", {"kind": "deal", **values}, P.OWNER)


def test_a_deal_has_what_the_owner_added(shop: Shop) -> None:
    """Whatever the type, what is written is read again, by colleagues and not by clients."""
    options = [{"name": "Красный"}, {"name": "Синий"}]
    colour = field(shop, type="choice", name="Цвет", group="Товар", options=options)
    own = {
        colour["id"]: colour["options"][1]["id"],
        field(shop, type="money", name="Аванс")["id"]: {"amount": "10.50", "currency": "EUR"},
        field(shop, type="yes_no", name="Срочно")["id"]: False,
        field(shop, type="choices", name="Цвета", options=options)["id"]: [],
        field(shop, type="person", name="Инженер")["id"]: shop.id_of(P.PARTICIPANT),
    }
    deal = shop.deal(own=own)
    assert deal["own"] == {i: value for i, value in own.items() if value != []}
    path = f"/crm/deals/{deal['id']}"
    emptied = shop.as_(P.SELLER).patch(path, {"own": {colour["id"]: None}})
    assert colour["id"] not in emptied.json["own"]
    assert shop.as_(P.SELLER).get(path).json["own"] == emptied.json["own"]


def test_what_will_not_do_is_told_at_its_place(shop: Shop) -> None:
    """And nothing of the change is stored."""
    number, required = (
        field(shop, type="number", name="Вес"),
        field(shop, type="text", name="Склад"),
    )
    deal = shop.deal()
    path, wrong = f"/crm/deals/{deal['id']}", {number["id"]: 1.5, new_id(): "a", "a/b~c": {}}
    refused = shop.as_(P.SELLER).patch(path, {"title": "Новое", "own": wrong})
    assert refused.status == 422
    unknown = [f"/own/{list(wrong)[1]}", "/own/a~1b~0c"]
    assert [e["pointer"] for e in refused.json["errors"]] == [f"/own/{number['id']}", *unknown]
    assert shop.as_(P.SELLER).get(path).json["title"] == deal["title"]
    shop.as_(P.OWNER).patch(f"/crm/fields/{required['id']}", {"required": True})
    lacking = shop.as_(P.SELLER).post("/crm/deals", {"title": "Пресс"})
    assert lacking.json["errors"][0]["pointer"] == f"/own/{required['id']}"
    assert (
        shop.as_(P.SELLER).post("/crm/deals", {"title": "Пресс", "own_later": True}).status == 201
    )


def test_an_owner_lays_fields_out(shop: Shop) -> None:
    """Others read them, in their groups and order, hidden ones too."""
    one, two = field(shop, type="text", name="Вес"), field(shop, type="date", name="Поверка")
    hidden = shop.as_(P.OWNER).patch(f"/crm/fields/{one['id']}", {"hidden": True, "help": "Тонны"})
    assert (hidden.status, hidden.json["hidden"]) == (200, True)
    groups = [{"name": "Сервис", "field_ids": [two["id"]]}, {"field_ids": [one["id"]]}]
    laid = shop.as_(P.OWNER).put("/crm/fields/layout", {"kind": "deal", "groups": groups})
    assert laid.status == 200, laid.text
    listed = shop.as_(P.SELLER).get("/crm/fields?kind=deal").json["items"]
    assert [(f["name"], f["group"], f["hidden"]) for f in listed] == [
        ("Поверка", "Сервис", False),
        ("Вес", None, True),
    ]
    assert shop.as_(P.SELLER).get("/crm/fields").json["items"] == listed


def test_of_two_owners_the_second_is_told(shop: Shop) -> None:
    """What he saw is not what there is."""
    made = shop.as_(P.OWNER).post("/crm/fields", {"kind": "lead", "type": "text", "name": "Вес"})
    path, seen = f"/crm/fields/{made.json['id']}", {"If-Match": made.headers["ETag"]}
    assert shop.as_(P.OWNER).patch(path, {"name": "Масса"}, **seen).status == 200
    assert shop.as_(P.OWNER).patch(path, {"name": "Тоннаж"}, **seen).status == 412
