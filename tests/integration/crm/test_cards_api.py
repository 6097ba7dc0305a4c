"""Cards over HTTP, on a table in memory."""

from typing import Any

import boto3
from tests.integration.crm.shop import Shop
from tests.support.personas import P

from chalicelib.crm.store import CardStore

FOLDERS = {"contacts": "name", "companies": "name", "leads": "title", "deals": "title"}


def test_a_contact_is_found_by_each_of_its_identities(shop: Shop) -> None:
    """However the address was typed, it is stored as it is compared."""
    contact = shop.add(
        "contacts",
        name="Пётр Ладогин",
        emails=["Petr@Пресс.РФ", "petr@пресс.рф"],
        phones=["8 912 345-67-89"],
        handles=[{"channel": "telegram", "value": "@Ладогин"}],
    )
    assert contact["emails"] == ["petr@пресс.рф"]
    assert contact["phones"] == ["+79123456789"]
    store = CardStore()
    for kind, value in (
        ("email", "petr@пресс.рф"),
        ("phone", "+79123456789"),
        ("telegram", "ладогин"),
    ):
        assert store.contact_by_identity(kind, value) == contact["id"]


def test_a_taken_identity_stores_nothing(shop: Shop) -> None:
    """Neither the card, nor its other identities, nor a place in a list is left behind."""
    shop.add("contacts", name="Пётр", emails=["petr@press.example"])
    before = size_of_table()
    reply = shop.as_(P.STRANGER).post(
        "/crm/contacts",
        {"name": "Двойник", "emails": ["free@press.example", "petr@press.example"]},
    )
    assert (reply.status, "petr@press.example" in reply.json["detail"]) == (409, True)
    assert size_of_table() == before


def test_an_identity_that_was_given_up_is_free_again(shop: Shop) -> None:
    """Another contact may have it; the first one cannot have it back."""
    first = shop.add("contacts", name="Пётр", emails=["info@press.example"])
    path = f"/crm/contacts/{first['id']}"
    assert shop.as_(P.SELLER).patch(path, {"emails": ["petr@press.example"]}).status == 200
    second = shop.add("contacts", name="Анна", emails=["info@press.example"])
    assert CardStore().contact_by_identity("email", "info@press.example") == second["id"]
    back = shop.as_(P.SELLER).patch(path, {"emails": ["info@press.example"]})
    assert (back.status, second["id"] in back.json["detail"]) == (409, True)
    assert shop.as_(P.SELLER).get(path).json["emails"] == ["petr@press.example"]


def test_what_was_stored_is_read_back(shop: Shop) -> None:
    """For each kind the answer to a POST, the record, the list and the answer to a PATCH agree."""
    client = shop.as_(P.SELLER)
    for folder, field in FOLDERS.items():
        body = {field: "Жёлтый пресс", "description": "Первая\nвторая"}
        made = client.post(f"/crm/{folder}", body)
        path = made.headers["Location"].removeprefix("/api")
        assert (made.status, path) == (201, f"/crm/{folder}/{made.json['id']}")
        assert client.get(path).json == made.json
        assert client.get(f"/crm/{folder}").json == {"items": [made.json], "next": None}
        changed = client.patch(path, {"description": None, field: "Другой"})
        assert changed.json == client.get(path).json
        assert (changed.json[field], changed.json["description"]) == ("Другой", None)


def test_two_people_saving_one_card(shop: Shop) -> None:
    """Who saves second is told, and nothing of it is stored."""
    made = shop.as_(P.SELLER).post("/crm/companies", {"name": "Пресс", "tax_id": "7707083893"})
    path, seen = f"/crm/companies/{made.json['id']}", made.headers["ETag"]
    assert shop.as_(P.SELLER).patch(path, {"name": "А"}, If_Match=seen).status == 200
    assert shop.as_(P.HEAD).patch(path, {"name": "Б"}, If_Match=seen).status == 412
    assert shop.as_(P.HEAD).get(path).json["name"] == "А"


def test_a_card_is_given_to_another_employee(shop: Shop) -> None:
    """The directory is asked; the list of the one loses what the list of the other gains."""
    deal = shop.deal()
    path = f"/crm/deals/{deal['id']}"
    given = shop.as_(P.SELLER).patch(path, {"owner_id": shop.id_of(P.ENGINEER)})
    assert given.json["owner_name"] == "Елена Монтажникова"
    assert [shop.titles(who) for who in (P.SELLER, P.HEAD)] == [[], []]
    assert [shop.titles(who) for who in (P.ENGINEER, P.OTHER_HEAD)] == [["Станок"], ["Станок"]]
    assert shop.as_(P.SELLER).get(path).status == 404


def test_a_client_reads_what_is_his_without_what_is_ours(shop: Shop) -> None:
    """His deals and his own card, reduced; nothing of others, and nothing to write."""
    own = shop.add("contacts", name="Клим", description="Трудный")
    shop.scene.become(P.CLIENT, own["id"])
    deal = shop.deal(contact_ids=[own["id"]], description="Скидку не давать")
    shop.move(deal["id"], 3, reason="Не наш клиент")
    shop.deal("Чужая")
    client = shop.as_(P.CLIENT)
    (seen,) = client.get("/crm/deals").json["items"]
    assert (seen["id"], seen["stage_id"], seen["open"]) == (deal["id"], shop.stages[3], False)
    hidden = ("owner_id", "owner_name", "participant_ids", "description", "lost_reason")
    assert [seen[name] for name in hidden] == [None] * len(hidden)
    assert client.get(f"/crm/contacts/{own['id']}").json["description"] is None
    assert client.patch(f"/crm/deals/{deal['id']}", {"title": "Даром"}).status == 403
    assert client.get("/crm/companies").status == 403


def test_a_client_is_told_how_far_his_deal_has_come(shop: Shop) -> None:
    """By the names of the stages that lead to the end he wants, and by whom he may ask."""
    own = shop.add("contacts", name="Клим")
    shop.scene.become(P.CLIENT, own["id"])
    deal = shop.deal(contact_ids=[own["id"]])
    progress = shop.as_(P.CLIENT).get(f"/crm/deals/{deal['id']}/progress").json
    assert [stage["name"] for stage in progress["stages"]] == ["Новая", "Предложение", "Выиграна"]
    assert set(progress["stages"][0]) == {"id", "name", "kind"}
    assert (progress["stage_id"], progress["manager_name"]) == (shop.stages[0], "Иван Продавцов")


def test_an_open_deal_is_found_by_its_contact(shop: Shop) -> None:
    """Until it is closed or names him no more; the newest first."""
    pair = [shop.add("contacts", name=name)["id"] for name in ("Пётр", "Анна")]
    first, second = (shop.deal(title, contact_ids=pair) for title in ("Первая", "Вторая"))
    assert open_deals(pair[0]) == open_deals(pair[1]) == ["Вторая", "Первая"]
    shop.as_(P.SELLER).patch(f"/crm/deals/{second['id']}", {"contact_ids": pair[1:]})
    assert (open_deals(pair[0]), open_deals(pair[1])) == (["Первая"], ["Вторая", "Первая"])
    shop.move(first["id"], 2)
    assert (open_deals(pair[0]), open_deals(pair[1])) == ([], ["Вторая"])
    shop.move(first["id"], 1)
    assert open_deals(pair[0]) == ["Первая"]


def test_the_stage_log_over_http(shop: Shop) -> None:
    """Each move with who, when, why and how long before; the latest first, by page."""
    deal = shop.deal()
    shop.move(deal["id"], 1)
    assert shop.move(deal["id"], 3, reason="Дорого").json["lost_reason"] == "Дорого"
    path = f"/crm/deals/{deal['id']}/stages?limit=2"
    page = shop.as_(P.HEAD).get(path).json
    assert [(m["to_stage_id"], m["reason"]) for m in page["items"]] == [
        (shop.stages[3], "Дорого"),
        (shop.stages[1], None),
    ]
    assert page["items"][0]["actor"]["name"] == "Иван Продавцов"
    last = shop.as_(P.HEAD).get(f"{path}&cursor={page['next']}").json
    assert [m["from_stage_id"] for m in last["items"]] == [None]
    assert last["next"] is None


def test_too_much_for_one_transaction_is_refused_whole(shop: Shop) -> None:
    """Exchanging sixty identities at once does nothing; twenty at a time are exchanged."""
    contact = shop.add("contacts", name="Пётр", **identities("a"))
    path, before = f"/crm/contacts/{contact['id']}", size_of_table()
    refused = shop.as_(P.SELLER).patch(path, identities("b"))
    assert (refused.status, "Change fewer values" in refused.json["detail"]) == (409, True)
    assert size_of_table() == before
    fewer = {"emails": identities("b")["emails"]}
    assert shop.as_(P.SELLER).patch(path, fewer).json["emails"] == fewer["emails"]


def identities(letter: str) -> dict[str, Any]:
    """Twenty of each kind of identity."""
    numbers = range(20)
    digit = ord(letter) % 10
    return {
        "emails": [f"{letter}{n}@press.example" for n in numbers],
        "phones": [f"+7 91{digit} 345-67-{n:02}" for n in numbers],
        "handles": [{"channel": "telegram", "value": f"{letter}{n}"} for n in numbers],
    }


def open_deals(contact_id: str) -> list[str]:
    """The titles of the open deals of a contact."""
    return [deal.title for deal in CardStore().open_deals_of_contact(contact_id, 10)]


def size_of_table() -> int:
    """How many items crm has."""
    size: int = boto3.client("dynamodb").scan(TableName="crm", Select="COUNT")["Count"]
    return size
