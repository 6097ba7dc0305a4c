"""Search over HTTP, after crm has heard its own announcements."""

from dataclasses import replace
from typing import Any

import boto3
import pytest
from tests.integration.crm.shop import Shop
from tests.support.contracts import examples
from tests.support.crowd import multiply
from tests.support.personas import ENGINEERING, SALES, P, Persona
from tests.support.triggers import queued

from chalicelib.crm.model.index import word_shelf
from chalicelib.crm.store.index import IndexStore
from portal.cards import CardKind, CardRef
from portal.clock import utc_now


def search(shop: Shop, who: Persona, text: str, more: str = "") -> list[Any]:
    """What the persona finds."""
    shop.scene.bus.carry()
    reply = shop.as_(who).get(f"/crm/search?q={text}{more}")
    assert reply.status == 200, reply.text
    assert reply.json["next"] is None
    items: list[Any] = reply.json["items"]
    return items


def titles(shop: Shop, who: Persona, text: str, more: str = "") -> list[str]:
    return [item["title"] for item in search(shop, who, text, more)]


def pointers() -> set[tuple[str, str]]:
    """All the pointers of words that stand in the table."""
    items = boto3.resource("dynamodb").Table("crm").scan()["Items"]
    keys = ((str(item["pk"]), str(item["sk"])) for item in items)
    return {key for key in keys if key[0].startswith("words#")}


def test_cards_of_all_kinds_are_found(shop: Shop) -> None:
    """Each with its kind, its title, and what tells it from others."""
    company = shop.add("companies", name="ООО «Ромашка»", tax_id="7707083893")
    contact = shop.add("contacts", name="Анна Ромашкова", phones=["8 912 345-67-89"])
    lead = shop.add("leads", title="Ромашка просит цены", name="Пётр")
    deal = shop.deal("Станок для Ромашки")
    found = search(shop, P.SELLER, "ромашк")
    assert {(i["card"]["kind"], i["card"]["id"], i["title"], i["subtitle"]) for i in found} == {
        ("company", company["id"], "ООО «Ромашка»", "7707083893"),
        ("contact", contact["id"], "Анна Ромашкова", "+79123456789"),
        ("lead", lead["id"], "Ромашка просит цены", "Пётр"),
        ("deal", deal["id"], "Станок для Ромашки", "Иван Продавцов"),
    }
    assert titles(shop, P.SELLER, "8 (912) 345") == ["Анна Ромашкова"]
    assert titles(shop, P.SELLER, "77070 РОМАШКА") == ["ООО «Ромашка»"]
    assert len(titles(shop, P.SELLER, "ромашк", "&limit=2")) == 2


def test_each_finds_his_own(shop: Shop) -> None:
    """What is a stranger's is not even hinted at."""
    shop.deal("Пресс", participant_ids=[shop.id_of(P.PARTICIPANT)])
    for who in (P.SELLER, P.PARTICIPANT, P.HEAD, P.OWNER):
        assert titles(shop, who, "пресс") == ["Пресс"]
    for who in (P.STRANGER, P.OTHER_HEAD, P.HR):
        assert titles(shop, who, "пресс") == []


def test_it_follows_a_card_and_leaves_nothing_behind(shop: Shop) -> None:
    """A new name, a new owner, a smaller team: the former words and readers are gone from the index."""
    helper = shop.id_of(P.PARTICIPANT)
    deal = shop.deal("Пресс", participant_ids=[helper])["id"]
    assert titles(shop, P.PARTICIPANT, "пресс") == ["Пресс"]
    path, owner = f"/crm/deals/{deal}", shop.id_of(P.ENGINEER)
    change = {"title": "Молот", "owner_id": owner, "participant_ids": []}
    assert shop.as_(P.SELLER).patch(path, change).status == 200
    assert titles(shop, P.ENGINEER, "молот") == titles(shop, P.OTHER_HEAD, "молот") == ["Молот"]
    for who in (P.SELLER, P.PARTICIPANT, P.HEAD, P.ENGINEER, P.OWNER):
        assert titles(shop, who, "пресс") == []
    departments = shop.scene.company[P.ENGINEER].department_ids
    grants = {"role:owner", f"employee:{owner}", *(f"head:{each}" for each in departments)}
    assert pointers() == {(f"words#deal#мо#{grant}", f"молот#deal:{deal}") for grant in grants}


def test_it_follows_an_employee_to_another_department(shop: Shop) -> None:
    """His former head finds and counts his deals no more, his new one does, and lists them in any order."""
    shop.deal("Пресс")
    assert titles(shop, P.HEAD, "пресс") == ["Пресс"]
    told = examples("people.person_changed.v1")[0]
    person = told.data["person"] | {
        "id": shop.id_of(P.SELLER),
        "department_ids": [ENGINEERING],
        "active": True,
    }
    moved = replace(told, occurred_at=utc_now(), data=dict(told.data) | {"person": person})
    shop.scene.world.app("crm").invoke("consume", queued(moved))
    assert titles(shop, P.HEAD, "пресс") == shop.titles(P.HEAD, "&sort=name") == []
    assert titles(shop, P.OTHER_HEAD, "пресс") == ["Пресс"]
    assert shop.titles(P.OTHER_HEAD, "&sort=name") == ["Пресс"]
    path = f"/crm/pipelines/{shop.pipeline['id']}/tally"
    counts = [shop.as_(who).get(path).json["items"][0]["count"] for who in (P.HEAD, P.OTHER_HEAD)]
    assert counts == [0, 1]
    items = boto3.resource("dynamodb").Table("crm").scan()["Items"]
    of_former = [i["pk"] for i in items if str(i["pk"]).endswith(f"#head:{SALES}")]
    assert [pk for pk in of_former if not str(pk).startswith("tally#")] == []


def test_words_of_all_kinds_on_one_shelf_are_moved(shop: Shop) -> None:
    """As they stood before there was a shelf for each kind: made anew, the index leaves none of them behind."""
    ref = CardRef(CardKind.DEAL, shop.deal("Пресс")["id"])
    shop.scene.bus.carry()
    stood, store = pointers(), IndexStore()
    current = store.indexed(ref)
    words = frozenset(each for each in current.pointers if each.shelf == word_shelf(ref.kind))
    on_one_shelf = current.pointers - words | {replace(each, shelf="words") for each in words}
    store.save(ref, current, replace(current, pointers=on_one_shelf))
    assert {pk for pk, _ in pointers()} == {f"words#{each.grant}" for each in words}
    progress: Any = {}
    while progress is not None:
        progress = shop.scene.world.app("crm").invoke("reindex", progress)
    assert pointers() == stood


def test_a_large_card_is_indexed_whole(shop: Shop) -> None:
    """More words than one transaction takes; the last of them finds it, and the news again change nothing."""
    emails = [f"name{n}@example{n}.com" for n in range(20)]
    phones = [f"+7912345{n:04}" for n in range(20)]
    shop.add("contacts", name="Анна Многоликая", emails=emails, phones=phones)
    assert titles(shop, P.SELLER, "name19@example19.com") == ["Анна Многоликая"]
    assert titles(shop, P.OWNER, "+79123450019") == ["Анна Многоликая"]
    stood = pointers()
    assert len(stood) > 300
    heard = [event for event in shop.scene.bus.announced() if event.type == "crm.card_changed"]
    shop.scene.world.app("crm").invoke("consume", queued(*heard))
    assert pointers() == stood


@pytest.mark.parametrize(
    "query", ["", "?q=", "?q=%20", "?q=а", "?q=%00", "?q=а б", "?q=" + "а" * 201]
)
def test_what_cannot_be_looked_for_is_refused(shop: Shop, query: str) -> None:
    """The answer points at the parameter."""
    reply = shop.as_(P.SELLER).get(f"/crm/search{query}")
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "?q")


@pytest.mark.parametrize(
    "text", ["а" * 200, "%23%23", "employee:x", "😀😀", "1" * 200, "((((8" * 40]
)
def test_odd_queries_find_nothing(shop: Shop, text: str) -> None:
    """Or are refused; never a failure of ours."""
    shop.deal("Станок")
    assert shop.as_(P.SELLER).get(f"/crm/search?q={text}").status in {200, 422}


def test_a_rare_word_is_not_lost_among_those_of_a_common_one(shop: Shop) -> None:
    """More cards begin with the longer word than are looked at; the shorter one chooses among them."""
    common = shop.deal("Номер обычный")
    shop.scene.bus.carry()
    multiply("crm", common["id"], 150, under="words#")
    # As the candidates are read in the order of their words and ids, it comes after all of those.
    rare = shop.deal("Номер 077")
    assert [item["card"]["id"] for item in search(shop, P.SELLER, "номер 077")] == [rare["id"]]
