"""What a lead becomes, and what it must not do on the way."""

from typing import Any

import pytest
from tests.unit.crm.card_fakes import (
    HEAD,
    OPEN,
    OTHER,
    PIPELINE,
    REPAIR,
    SELLER,
    SERVICES,
    Company,
    asking,
)

from chalicelib.crm.model.companies import Company as Firm
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.leads import Conversion, Lead, LeadStatus
from chalicelib.crm.model.timeline import EntryKind
from chalicelib.crm.service.conversions import Converted, Wanted
from portal.cards import CardRef
from portal.errors import ConflictError, InvalidError, NotFoundError, StaleVersionError

PERSON = {"name": "Борис Новиков", "emails": ("boris@novikov.example",)}
DEAL = {"title": "Пресс на 100 тонн"}


@pytest.fixture
def lead(company: Company) -> Lead:
    values = {
        "title": "Заявка с сайта",
        "description": "Нужен до лета",
        "participant_ids": frozenset({OTHER.id}),
    }
    return company.book.add(asking(SELLER), Lead, values)


def test_everything_is_new(company: Company, lead: Lead) -> None:
    """The lead ends well and remembers them; they are its owner's, and those who took part still do."""
    done = company.converting.convert(
        asking(HEAD), lead.id, Wanted(PERSON, {"name": "Новиков"}, DEAL)
    )
    assert done.company
    assert done.deal
    assert done.lead.status is LeadStatus.QUALIFIED
    assert done.lead.converted_to == Conversion(done.contact.id, done.company.id, done.deal.id)
    assert done.contact.emails == PERSON["emails"]
    assert (done.contact.company_id, done.deal.company_id) == (done.company.id,) * 2
    assert (done.deal.contact_ids, done.deal.stage_id) == ((done.contact.id,), OPEN.id)
    assert (done.deal.pipeline_id, done.deal.description) == (PIPELINE.id, "Нужен до лета")
    assert {card.owner.id for card in done.cards} == {SELLER.id}
    assert {card.participant_ids for card in done.cards} == {lead.participant_ids}
    assert all(company.store.stored[card.ref] == card for card in (done.lead, *done.cards))


def test_a_contact_alone(company: Company, lead: Lead) -> None:
    """Work goes on with him, and he keeps what was noted on the lead."""
    done = company.converting.convert(asking(SELLER), lead.id, Wanted(PERSON))
    assert (done.company, done.deal) == (None, None)
    assert done.lead.successor == done.contact.ref
    assert done.contact.description == "Нужен до лета"


def test_known_cards_stay_as_they_are(company: Company, contact: Contact, lead: Lead) -> None:
    """Those that there were already only have it told on their timelines."""
    firm = company.book.add(asking(SELLER), Firm, {"name": "ООО «Пресс»"})
    done = company.converting.convert(asking(SELLER), lead.id, Wanted(contact.id, firm.id, DEAL))
    assert (done.contact, done.company) == (contact, firm)
    assert [company.store.stored[ref] for ref in (contact.ref, firm.ref)] == [contact, firm]
    assert {note.ref for note in company.store.notes} == {contact.ref, firm.ref}


def test_the_timelines_name_each_other(company: Company, contact: Contact, lead: Lead) -> None:
    """The lead tells of the deal and the contact, each of them of the lead."""
    done = company.converting.convert(asking(SELLER), lead.id, Wanted(contact.id, None, DEAL))
    told = _told(company, done)
    assert {entry.kind for entry in told.values()} == {EntryKind.CONVERTED}
    assert done.deal
    assert (told[lead.ref].summary, told[lead.ref].text) == (done.deal.title, contact.name)
    assert told[lead.ref].source.id == str(done.deal.ref)
    assert told[done.deal.ref].source.id == told[contact.ref].source.id == str(lead.ref)


def test_the_end_is_announced_once(company: Company, lead: Lead) -> None:
    """One event of the lead names what it became, the deal first; the deal's first stage is told as well."""
    company.converting.convert(asking(SELLER), lead.id, Wanted(PERSON, None, DEAL))
    events = [c.entry_event for c in company.store.changes if c.entry_event]
    assert [event.type for event in events] == ["crm.lead_converted"]
    kinds = [card["kind"] for card in events[0].data["cards"]]
    assert kinds == ["deal", "contact"]
    moves = [c.move_event for c in company.store.changes if c.move_event]
    assert [event.type for event in moves] == ["crm.deal_stage_changed"]


def test_a_pipeline_of_choice(company: Company, lead: Lead) -> None:
    """The deal begins in its first stage; one that there is not is named where it stands in the request."""
    with pytest.raises(InvalidError) as caught:
        company.converting.convert(
            asking(SELLER), lead.id, Wanted(PERSON, None, {**DEAL, "pipeline_id": "none"})
        )
    assert caught.value.errors[0].pointer == "/deal/pipeline_id"
    wanted = Wanted(PERSON, None, {**DEAL, "pipeline_id": SERVICES.id})
    done = company.converting.convert(asking(SELLER), lead.id, wanted)
    assert done.deal
    assert done.deal.stage_id == REPAIR.id


def test_a_known_address_names_its_contact(company: Company, contact: Contact, lead: Lead) -> None:
    """Nothing is made, and the person who may see that contact can choose it instead."""
    wanted = Wanted({"name": "Пётр", "emails": contact.emails}, {"name": "Пресс"}, DEAL)
    before = dict(company.store.stored)
    with pytest.raises(ConflictError, match=contact.name) as caught:
        company.converting.convert(asking(SELLER), lead.id, wanted)
    assert caught.value.about == contact.ref
    assert company.store.stored == before


def test_what_is_not_his_to_see_is_not_his_to_name(company: Company, lead: Lead) -> None:
    """A contact of another department is as unknown as one that does not exist."""
    alien = company.book.add(asking(OTHER), Contact, {"name": "Чужой"})
    for card_id in (alien.id, "nobody"):
        with pytest.raises(InvalidError) as caught:
            company.converting.convert(asking(SELLER), lead.id, Wanted(card_id))
        assert [error.pointer for error in caught.value.errors] == ["/contact/id"]
    with pytest.raises(NotFoundError):
        company.converting.convert(asking(SELLER), "no-lead", Wanted(PERSON))


def test_a_second_conversion_tells_of_the_first(company: Company, lead: Lead) -> None:
    """By name to who may see what it became; to others only that it was."""
    wanted = Wanted(PERSON, None, DEAL)
    done = company.converting.convert(asking(SELLER), lead.id, wanted)
    assert done.deal
    with pytest.raises(ConflictError, match=DEAL["title"]) as caught:
        company.converting.convert(asking(SELLER), lead.id, wanted)
    assert caught.value.about == done.deal.ref
    company.book.change(
        asking(SELLER), type(done.deal), done.deal.id, {"participant_ids": frozenset()}, None
    )
    with pytest.raises(ConflictError) as caught:
        company.converting.convert(asking(OTHER), lead.id, wanted)
    assert (str(caught.value), caught.value.about) == ("This lead was converted already.", None)


def test_somebody_saved_meanwhile(company: Company, lead: Lead) -> None:
    """Who saw an older state is told, and nothing is made."""
    company.book.change(asking(SELLER), Lead, lead.id, {"title": "Заявка по телефону"}, None)
    before = dict(company.store.stored)
    with pytest.raises(StaleVersionError):
        company.converting.convert(asking(SELLER), lead.id, Wanted(PERSON), lead.version)
    assert company.store.stored == before


def _told(company: Company, done: Converted) -> dict[CardRef, Any]:
    of_changes = {c.after.ref: c.entry for c in company.store.changes if c.entry}
    of_notes = {note.ref: note.entry for note in company.store.notes}
    told = of_changes | of_notes
    return {card.ref: told[card.ref] for card in (done.lead, *done.cards)}
