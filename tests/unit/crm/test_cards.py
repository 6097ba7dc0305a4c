"""Cards: who sees them, who changes them, and what they may name."""

import pytest
from tests.unit.crm.card_fakes import (
    HEAD,
    OTHER,
    OTHER_HEAD,
    OWNER,
    SELLER,
    Company,
    asking,
    client_of,
)

from chalicelib.crm.model.companies import Company as Firm
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from portal.cards import CardKind, CardRef
from portal.errors import (
    ConflictError,
    InvalidError,
    NotFoundError,
)
from portal.paging import PageRequest
from portal.principals import Principal


def seen_by(company: Company, principal: Principal, contact: Contact) -> bool:
    listed = company.book.page(principal, Contact, PageRequest()).items
    try:
        return company.book.find(principal, Contact, contact.id) in listed
    except NotFoundError:
        assert listed == []
        return False


@pytest.mark.parametrize("principal", [SELLER, HEAD, OWNER])
def test_a_sellers_card_is_seen_by_those_over_him(
    company: Company, contact: Contact, principal: Principal
) -> None:
    """Himself, his head and the portal's owner have it in their lists as by its id."""
    assert seen_by(company, principal, contact)


@pytest.mark.parametrize("principal", [OTHER, OTHER_HEAD, client_of("another")])
def test_a_sellers_card_is_hidden_from_others(
    company: Company, contact: Contact, principal: Principal
) -> None:
    """Neither another seller, nor another head, nor another client finds it by any way."""
    assert not seen_by(company, principal, contact)


def test_a_client_sees_his_own_card(company: Company, contact: Contact) -> None:
    """The account of a contact reaches the contact."""
    assert seen_by(company, client_of(contact.id), contact)


def test_who_takes_part_sees_the_card_until_he_leaves(company: Company, contact: Contact) -> None:
    """Participants come and go with the list of them."""
    values = {"participant_ids": frozenset({OTHER.id})}
    joined = company.book.change(asking(SELLER), Contact, contact.id, values, None)
    assert seen_by(company, OTHER, joined)
    company.book.change(asking(SELLER), Contact, contact.id, {"participant_ids": frozenset()}, None)
    assert not seen_by(company, OTHER, contact)


def test_a_card_belongs_to_whom_is_named(company: Company) -> None:
    """The named employee's departments decide which head sees it."""
    firm = company.book.add(asking(OWNER), Firm, {"name": "Пресс", "owner_id": OTHER.id})
    assert (firm.owner.name, OTHER_HEAD.may_see(firm.audience)) == (OTHER.name, True)
    assert not HEAD.may_see(firm.audience)


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"owner_id": "nobody"}, "/owner_id"),
        ({"participant_ids": frozenset({"nobody"})}, "/participant_ids/0"),
        ({"company_id": "nowhere"}, "/company_id"),
    ],
)
def test_a_card_names_only_what_exists(
    company: Company, contact: Contact, values: dict[str, object], pointer: str
) -> None:
    """A new card and a changed one are refused alike, and nothing is stored."""
    with pytest.raises(InvalidError) as added:
        company.book.add(asking(SELLER), Contact, {"name": "Анна"} | values)
    with pytest.raises(InvalidError) as changed:
        company.book.change(asking(SELLER), Contact, contact.id, values, None)
    pointers = [error.pointer for error in added.value.errors + changed.value.errors]
    assert pointers == [pointer, pointer]
    assert list(company.store.stored.values()) == [contact]


def test_a_deal_names_no_strangers_contact(company: Company, contact: Contact) -> None:
    """To whom it is not shown, an existing contact is as one that does not exist."""
    with pytest.raises(InvalidError) as theirs:
        company.deals.add(asking(OTHER), {"title": "Станок", "contact_ids": (contact.id,)})
    with pytest.raises(InvalidError) as none:
        company.deals.add(asking(OTHER), {"title": "Станок", "contact_ids": ("none",)})
    assert theirs.value.errors == none.value.errors


def test_what_a_deal_names_already_may_stay(company: Company, contact: Contact) -> None:
    """A participant who does not see the contact still saves the deal that names it."""
    deal = company.deals.add(
        asking(SELLER),
        {"title": "Станок", "contact_ids": (contact.id,), "participant_ids": frozenset({OTHER.id})},
    )
    values = {"title": "Два станка", "contact_ids": (contact.id,)}
    assert company.book.change(asking(OTHER), Deal, deal.id, values, None).title == "Два станка"


def test_a_new_card_is_announced_and_stands_on_its_timeline(
    company: Company, contact: Contact
) -> None:
    """The card, the event and the first entry are one write."""
    (change,) = company.store.changes
    assert (change.event.data["created"], change.event.data["card"]["title"]) == (
        True,
        "Пётр Ладогин",
    )
    assert change.entry
    assert (change.entry.kind, change.entry.id) == ("created", contact.id)


def test_a_taken_address_names_its_holder_to_who_may_know(
    company: Company, contact: Contact
) -> None:
    """The colleague learns that it is taken; the owner of the other contact learns by whom."""
    values = {"name": "Двойник", "emails": contact.emails}
    with pytest.raises(ConflictError, match=contact.id):
        company.book.add(asking(SELLER), Contact, values)
    with pytest.raises(ConflictError, match=r"petr@press\.example") as told:
        company.book.add(asking(OTHER), Contact, values)
    assert contact.id not in str(told.value)


def test_neighbours_learn_what_the_caller_may_see(company: Company, contact: Contact) -> None:
    """The answer keeps the order of asking, and is silent about the rest."""
    firm = company.book.add(asking(OTHER), Firm, {"name": "Чужая"})
    refs = [CardRef(CardKind.COMPANY, firm.id), contact.ref, contact.ref]
    assert [card.ref for card in company.access.visible(SELLER, refs)] == [contact.ref]
    assert [card.ref for card in company.access.visible(OWNER, refs)] == [firm.ref, contact.ref]
