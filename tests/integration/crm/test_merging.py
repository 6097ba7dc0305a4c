"""Two cards become one and two again, over the API and in the table."""

from dataclasses import replace
from typing import Any

from tests.integration.crm.office import CLIENT_EMAIL, Office, principal
from tests.support.contracts import examples

from portal.cards import CardKind, CardRef
from portal.events import Event
from portal.ids import new_id
from portal.principals import Role


def letter(office: Office, sender: str) -> str:
    """A letter from an address, heard; its id."""
    event = examples("communications.communication_received.v1")[0]
    communication = dict(event.data["communication"]) | {"id": new_id()}
    told = {"token_card": None, "parent_ids": [], "counterparts": [sender], "authenticated": True}
    data = dict(event.data) | told | {"communication": communication, "card": None}
    office.hear(replace(event, id=new_id(), data=data))
    letter_id: str = communication["id"]
    return letter_id


def merge(office: Office, stays: str, goes: str, **body: Any) -> Any:
    """One contact goes into another."""
    done = office.api.post(f"/crm/contacts/{stays}/merge", {"other_id": goes} | body)
    assert done.status == 200, done.text
    return done.json


def test_letters_files_and_deals_are_there_before_during_and_after(office: Office) -> None:
    """What stood on the card that went is read on the one that stays, and again on itself once it is back."""
    other = office.add("contacts", name="А. Петрова", emails=["anna@home.example"])
    early = letter(office, "anna@home.example")
    merge(office, other, office.contact)
    assert early in office.ids("contacts", other)
    late = letter(office, CLIENT_EMAIL)
    # The deal is still of the card that went, which is no other person.
    assert late in office.ids("deals", office.deal)
    assert late in office.ids("contacts", other)
    gone = office.api.get(f"/crm/contacts/{office.contact}").json
    assert gone["merged_into"] == other
    back = office.api.post(f"/crm/contacts/{office.contact}/unmerge", {})
    assert back.status == 200, back.text
    assert back.json["kept"] == []
    assert office.api.get(f"/crm/contacts/{office.contact}").json["emails"] == [CLIENT_EMAIL]
    assert early in office.ids("contacts", other)
    last = letter(office, CLIENT_EMAIL)
    assert last in office.ids("contacts", office.contact)


def test_neighbours_are_answered_as_for_the_card_that_stays(office: Office) -> None:
    """Who sees the one that stays opens what stands on the other; the card that went is in no list."""
    other = office.add("contacts", name="А. Петрова")
    merge(office, other, office.contact)
    (seen,) = office.api.get(f"/crm/access?cards=contact:{office.contact}").json["items"]
    assert seen["title"] == "А. Петрова"
    listed = office.api.get("/crm/contacts").json["items"]
    assert [each["id"] for each in listed] == [other]


def test_the_history_names_the_merge_and_the_client_keeps_his_room(office: Office) -> None:
    """The journals name the cause; the client's account opens his card and his deal as before."""
    other = office.add("contacts", name="А. Петрова")
    merge(office, other, office.contact)
    (change, *_) = office.api.get(f"/crm/contacts/{other}/changes").json["items"]
    assert change["cause"]["kind"] == "merge"
    client = office.world.client("crm", office.client)
    assert client.get(f"/crm/deals/{office.deal}").status == 200
    assert client.get(f"/crm/contacts/{office.contact}").status == 200


def test_a_merge_into_a_card_that_went_is_refused_with_the_way(office: Office) -> None:
    """The answer names the card to merge with."""
    second = office.add("contacts", name="Вторая")
    third = office.add("contacts", name="Третья")
    merge(office, second, office.contact)
    again = office.api.post(f"/crm/contacts/{third}/merge", {"other_id": office.contact})
    assert again.status == 409
    assert "Вторая" in again.text


def test_a_likely_duplicate_is_told_of_until_it_is_said_to_be_another(office: Office) -> None:
    """By its name, on the card and before it is added; a colleague who sees only one is told nothing."""
    other = office.add("contacts", name="Петрова Анна")
    office.consume(*(changed("contact", each) for each in (office.contact, other)))
    path = f"/crm/contacts/{office.contact}"
    (found,) = office.api.get(f"{path}/duplicates").json["items"]
    assert (found["card"]["id"], found["sure"]) == (other, False)
    assert found["by"] == [{"trait": "name", "value": "Петрова Анна"}]
    like = office.api.post("/crm/contacts/like", {"emails": [f" {CLIENT_EMAIL.upper()}"]})
    assert [each["card"]["id"] for each in like.json["items"]] == [office.contact]
    stranger = office.world.client("crm", principal("Пётр", Role.EMPLOYEE))
    assert stranger.post("/crm/contacts/like", {"name": "Анна Петрова"}).json["items"] == []
    assert office.api.post(f"{path}/apart", {"other_id": other}).status == 204
    assert office.api.get(f"{path}/duplicates").json["items"] == []


def test_the_same_name_is_told_of_before_names_much_alike(office: Office) -> None:
    """Whichever card there was first: only a few of them are shown."""
    near = [office.add("contacts", name=f"Двукратова Марин{end}") for end in "еу"]
    same = office.add("contacts", name="Двукратова Марина")
    office.consume(*(changed("contact", each) for each in (*near, same)))
    like = office.api.post("/crm/contacts/like", {"name": "Двукратова Марина"}).json
    assert [each["card"]["id"] for each in like["items"]] == [same, *near]


def changed(kind: str, card_id: str) -> Event:
    """The news of a card."""
    about = (CardRef(CardKind(kind), card_id),)
    return replace(examples("crm.card_changed.v1")[0], id=new_id(), about=about)
