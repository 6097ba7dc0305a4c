"""What neighbours are told of who may see a card."""

from tests.integration.crm.shop import Shop
from tests.support.personas import P

from portal.ids import new_id


def test_neighbours_ask_what_the_caller_may_see(shop: Shop) -> None:
    """The answer names only cards that are the caller's to see."""
    contact = shop.add("contacts", name="Клим")
    deal = shop.deal(contact_ids=[contact["id"]])
    cards = f"deal:{deal['id']},contact:{contact['id']},company:{new_id()}"
    found = shop.as_(P.SELLER).get(f"/crm/access?cards={cards}").json["items"]
    assert [card["title"] for card in found] == ["Станок", "Клим"]
    assert found[0]["card"] == {"kind": "deal", "id": deal["id"]}
    assert found[0]["contact_ids"] == [contact["id"]]
    assert f"contact:{contact['id']}" in found[0]["audience"]
    assert shop.as_(P.STRANGER).get(f"/crm/access?cards={cards}").json["items"] == []


def test_a_client_is_not_told_who_works_for_him(shop: Shop) -> None:
    """Of whoever sees a card he learns of himself alone, and of no other client of the deal."""
    contact, other = shop.add("contacts", name="Клим"), shop.add("contacts", name="Лев")
    shop.scene.become(P.CLIENT, contact["id"])
    deal = shop.deal(contact_ids=[other["id"], contact["id"]])
    (found,) = shop.as_(P.CLIENT).get(f"/crm/access?cards=deal:{deal['id']}").json["items"]
    assert found == {
        "card": {"kind": "deal", "id": deal["id"]},
        "title": "Станок",
        "owner_id": None,
        "participant_ids": None,
        "audience": [f"contact:{contact['id']}"],
        "contact_ids": [contact["id"]],
    }
