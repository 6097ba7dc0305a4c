"""The own fields of cards: what is written in them, and what is told of a change."""

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.crm.card_fakes import PIPELINE, SELLER, SERVICES, Company, asking

from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.fields import FieldType, OptionDraft, missing
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.words import words_of
from chalicelib.crm.service.conversions import Wanted
from portal.cards import CardKind
from portal.errors import InvalidError

UNKNOWN = "01JD5B8Q3V7W2X4Y6Z8A0C1E4A"


def add(company: Company, name: str, type_: FieldType = FieldType.TEXT, **more: Any) -> str:
    """The id of a new field of contacts, or of another kind of card."""
    kind = more.pop("kind", CardKind.CONTACT)
    return company.fields.add(kind, {"name": name, "type": type_, **more})[0].id


def change(company: Company, contact: Contact, own: dict[str, Any]) -> Contact:
    """The seller's contact with other values."""
    return company.book.change(asking(SELLER), Contact, contact.id, {"own": own}, None)


def refused(company: Company, contact: Contact, own: dict[str, Any]) -> str:
    """The one error of a change."""
    with pytest.raises(InvalidError) as refusal:
        change(company, contact, own)
    (error,) = refusal.value.errors
    assert error.pointer == f"/own/{next(iter(own))}"
    return error.message


def test_values_are_changed_one_by_one(company: Company, contact: Contact) -> None:
    """What is not named stays, null empties, and the event says which."""
    one, two = add(company, "Вес"), add(company, "Цвет")
    change(company, contact, {one: "5 т", two: "синий"})
    after = change(company, contact, {one: None})
    assert after.own == {two: "синий"}
    assert company.store.changes[-1].event.data["changed"] == [f"own.{one}"]


def test_a_hidden_field_keeps_its_value(company: Company, contact: Contact) -> None:
    """It is not written meanwhile, and comes back as it was."""
    field = add(company, "Вес")
    change(company, contact, {field: "5 т"})
    company.fields.change(field, {"hidden": True}, None)
    assert "hidden" in refused(company, contact, {field: "6 т"})
    assert change(company, contact, {}).own == {field: "5 т"}


def test_nobody_writes_into_what_there_is_not(company: Company, contact: Contact) -> None:
    """A field of deals is none of contacts."""
    assert "no such field" in refused(
        company, contact, {add(company, "Вес", kind=CardKind.DEAL): "5"}
    )


def test_a_person_works_here(company: Company, contact: Contact) -> None:
    """And can sign in, as the directory says."""
    field = add(company, "Инженер", FieldType.PERSON)
    assert "no employee" in refused(company, contact, {field: UNKNOWN})


def test_a_file_is_on_this_card(company: Company, contact: Contact) -> None:
    """None is here yet, so that none can be named."""
    field = add(company, "Договор", FieldType.FILE)
    assert "no such file" in refused(company, contact, {field: UNKNOWN})


def test_a_retired_option_stays_where_it_was_chosen(company: Company, contact: Contact) -> None:
    """On other cards it is offered no more."""
    field = add(
        company, "Цвет", FieldType.CHOICES, options=(OptionDraft("Красный"), OptionDraft("Синий"))
    )
    red, blue = company.fields.of(CardKind.CONTACT).fields[0].options
    change(company, contact, {field: [red.id]})
    drafts = (OptionDraft("Красный", retired=True, id=red.id), OptionDraft("Синий", id=blue.id))
    company.fields.change(field, {"options": drafts}, None)
    assert change(company, contact, {field: [red.id, blue.id]}).own[field] == [red.id, blue.id]
    other = company.book.add(asking(SELLER), Contact, {"name": "Другой"})
    assert "no longer offered" in refused(company, other, {field: [red.id]})


def test_a_new_card_has_what_is_required(company: Company) -> None:
    """Unless whoever makes it says that it comes later; then the card shows what is missing."""
    field = add(company, "Вес", required=True)
    with pytest.raises(InvalidError, match="Fill in Вес"):
        company.book.add(asking(SELLER), Contact, {"name": "Пётр"})
    made = company.book.add(asking(SELLER), Contact, {"name": "Пётр", "own_later": True})
    assert missing(made, [f"own.{field}", "name", "job_title"]) == (f"own.{field}", "job_title")
    filled = change(company, made, {field: "5 т"})
    assert missing(filled, [f"own.{field}"]) == ()
    assert "cannot be empty" in refused(company, filled, {field: None})


def test_a_field_of_one_pipeline_asks_nothing_of_another(company: Company) -> None:
    """A deal of another pipeline neither needs nor takes it."""
    in_one = frozenset({PIPELINE.id})
    field = add(company, "Вес", kind=CardKind.DEAL, required=True, pipeline_ids=in_one)
    service = {"title": "Ремонт", "pipeline_id": SERVICES.id}
    assert company.deals.add(asking(SELLER), service).own == {}
    with pytest.raises(InvalidError, match="other pipelines"):
        company.deals.add(asking(SELLER), service | {"own": {field: "5"}})
    with pytest.raises(InvalidError, match="Fill in"):
        company.deals.add(asking(SELLER), {"title": "Пресс"})


def test_there_is_an_end_to_what_a_card_holds(company: Company, contact: Contact) -> None:
    """A list of a hundred such cards has to be answered."""
    ids = [add(company, f"Поле {n}", FieldType.LONG_TEXT) for n in range(3)]
    with pytest.raises(InvalidError, match="10000"):
        change(company, contact, dict.fromkeys(ids, "ы" * 4_000))


def test_a_lead_takes_its_values_along(company: Company) -> None:
    """Onto new cards, into fields of the same name and type; options go by their names."""
    drafts = (OptionDraft("Красный"), OptionDraft("Синий"))
    colour = add(company, "Цвет", FieldType.CHOICE, kind=CardKind.LEAD, options=drafts)
    weight = add(company, "Вес", kind=CardKind.LEAD)
    twin = add(company, "цвет", FieldType.CHOICE, kind=CardKind.DEAL, options=drafts[::-1])
    add(company, "Вес", FieldType.NUMBER, kind=CardKind.DEAL)
    of_contact = add(company, "Вес")
    blue = company.fields.of(CardKind.LEAD).find(colour).options[1].id  # type: ignore[union-attr]  # it was just added
    own = {"own": {colour: blue, weight: "5 т"}}
    lead = company.book.add(asking(SELLER), Lead, {"title": "Заявка", **own})
    done = company.converting.convert(
        asking(SELLER), lead.id, Wanted({"name": "Пётр"}, None, {"title": "Пресс"})
    )
    options = company.fields.of(CardKind.DEAL).fields[0].options
    assert done.deal
    assert done.deal.own == {twin: options[0].id}
    assert done.contact.own == {of_contact: "5 т"}


def test_a_conversion_gives_new_cards_what_they_require(company: Company) -> None:
    """What is missing on any of them is said together, each below its kind; what the lead has is not asked for."""
    weight = add(company, "Вес", kind=CardKind.LEAD)
    carried = add(company, "Вес", kind=CardKind.DEAL, required=True)
    of_contact = add(company, "Паспорт", required=True)
    of_deal = add(company, "Договор", kind=CardKind.DEAL, required=True)
    lead = company.book.add(asking(SELLER), Lead, {"title": "Заявка", "own": {weight: "5 т"}})
    deal = {"title": "Пресс"}
    with pytest.raises(InvalidError) as refusal:
        company.converting.convert(asking(SELLER), lead.id, Wanted({"name": "Пётр"}, None, deal))
    pointers = {error.pointer for error in refusal.value.errors}
    assert pointers == {f"/contact/own/{of_contact}", f"/deal/own/{of_deal}"}
    wanted = Wanted(
        {"name": "Пётр", "own": {of_contact: "4007 123456"}},
        None,
        deal | {"own": {of_deal: "17-Б"}},
    )
    done = company.converting.convert(asking(SELLER), lead.id, wanted)
    assert done.deal
    assert done.deal.own == {carried: "5 т", of_deal: "17-Б"}
    assert done.contact.own == {of_contact: "4007 123456"}


def test_a_card_is_found_by_its_own_fields(contact: Contact) -> None:
    """By texts, numbers, addresses and phones; not by ids, dates, and whole pages."""
    own = {
        "a": "Склад № 7",
        "b": "125.5",
        "c": "+79123456789",
        "d": UNKNOWN,
        "e": "2026-03-02",
        "f": "длинно " * 40,
    }
    words = words_of(replace(contact, own=own))
    assert {"склад", "125", "9123456789"} <= words
    assert words.isdisjoint({UNKNOWN.casefold(), "2026", "длинно"})
