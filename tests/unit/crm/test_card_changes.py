"""Changing cards: by whom, upon what, and what is told of it."""

from dataclasses import replace

import pytest
from tests.unit.crm.card_fakes import HEAD, OTHER, OTHER_HEAD, OWNER, SELLER, Company, asking

from chalicelib.crm.model.cards import differences
from chalicelib.crm.model.contacts import Contact
from portal.cards import CardKind, CardRef
from portal.errors import NotAllowedError, NotFoundError, StaleVersionError
from portal.principals import Principal


@pytest.mark.parametrize("giver", [SELLER, HEAD, OWNER])
def test_a_card_is_given_away(company: Company, contact: Contact, giver: Principal) -> None:
    """Its owner, his head and the portal's owner may; afterwards the other one's head sees it."""
    values = {"owner_id": OTHER.id}
    given = company.book.change(asking(giver), Contact, contact.id, values, None)
    assert given.owner.id == OTHER.id
    assert OTHER_HEAD.may_see(given.audience)
    assert not SELLER.may_see(given.audience)


def test_a_participant_does_not_take_the_card(company: Company, contact: Contact) -> None:
    """Taking part is no right to the card itself."""
    values = {"participant_ids": frozenset({OTHER.id})}
    company.book.change(asking(SELLER), Contact, contact.id, values, None)
    with pytest.raises(NotAllowedError):
        company.book.change(asking(OTHER), Contact, contact.id, {"owner_id": OTHER.id}, None)


def test_an_outsider_changes_nothing(company: Company, contact: Contact) -> None:
    """Whom the card is not shown, for him there is none."""
    with pytest.raises(NotFoundError):
        company.book.change(asking(OTHER), Contact, contact.id, {"name": "Мой"}, None)


def test_a_change_upon_an_older_state_is_refused(company: Company, contact: Contact) -> None:
    """Who saves second is told, whether he said what he had seen or not."""
    company.book.change(asking(SELLER), Contact, contact.id, {"name": "Пётр"}, contact.version)
    with pytest.raises(StaleVersionError):
        company.book.change(asking(SELLER), Contact, contact.id, {"name": "Пав"}, contact.version)


def test_a_change_that_changes_nothing_announces_nothing(
    company: Company, contact: Contact
) -> None:
    """The version stays, so that nobody else's save is refused for it."""
    same = company.book.change(asking(SELLER), Contact, contact.id, {"name": contact.name}, None)
    assert same == contact
    assert len(company.store.changes) == 1


def test_a_change_says_which_fields(company: Company, contact: Contact) -> None:
    """The event names what changed, the card, and who may know."""
    company.book.change(
        asking(SELLER), Contact, contact.id, {"name": "Пётр П.", "owner_id": OTHER.id}, None
    )
    event = company.store.changes[-1].event
    assert event.data["changed"] == ["owner_id", "name"]
    assert event.about == (CardRef(CardKind.CONTACT, contact.id),)
    assert "employee:other" in event.audience
    assert "employee:seller" not in event.audience


def test_an_own_field_that_changed_is_named_by_its_id(contact: Contact) -> None:
    """One that was given, one that was emptied, and neither the one that stayed."""
    before = replace(contact, own={"a": "1", "b": "2", "c": "3"})
    after = replace(before, name="Пётр П.", own={"a": "1", "c": "4", "d": "5"})
    assert differences(before, after) == ("name", "own.b", "own.c", "own.d")
