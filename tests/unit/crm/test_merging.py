"""Two cards become one and two again: what stays, who may, and who is told no."""

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.crm.card_fakes import HEAD, OTHER, OWNER, SELLER, Company, Directory, asking

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.journal import Recorded, turns
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.schemas.history import values_to_restore
from chalicelib.crm.service.merging import Merging, Unmerging, Wish
from portal.cards import CardRef
from portal.errors import ConflictError, InvalidError, NotAllowedError, StaleVersionError
from portal.paging import Page, PageRequest


class Journals:
    """The journal of what was saved."""

    def __init__(self, company: Company) -> None:
        self.company = company

    def change(self, ref: CardRef, change_id: str) -> Recorded | None:
        for each in self.company.store.changes:
            if each.event.id == change_id and each.after.ref == ref:
                made, event = turns(each.before, each.after), each.event
                return Recorded(event.id, event.occurred_at, event.actor, 1, made)
        return None

    def changes(self, ref: CardRef, request: PageRequest) -> Page[Recorded]:
        raise NotImplementedError


class Pair:
    """Two contacts of the seller's, who are one person."""

    def __init__(self, company: Company) -> None:
        self.company, book = company, company.book
        self.merging = Merging(book)
        self.unmerging = Unmerging(book, Journals(company), Directory(), values_to_restore)
        first = {"name": "Анна Петрова", "emails": ("anna@a.example",), "own": {}}
        second = {"name": "Петрова А.", "emails": ("a@b.example",), "job_title": "Инженер"}
        self.stays = book.add(asking(SELLER), Contact, first).id
        self.goes = book.add(asking(SELLER), Contact, second).id

    def merge(self, who: Any = SELLER, take: tuple[str, ...] = ()) -> Contact:
        return self.merging.merge(who, Contact, self.stays, Wish(self.goes, take), None)

    def apart(self) -> Any:
        return self.unmerging.unmerge(SELLER, "Bearer token", Contact, self.goes)

    def read(self, card_id: str) -> Contact:
        return self.company.book.find(SELLER, Contact, card_id)


@pytest.fixture
def pair(company: Company) -> Pair:
    return Pair(company)


def test_lists_are_united_and_gaps_filled(pair: Pair) -> None:
    """The card that stays has both addresses, keeps its name, and takes the post that it lacked."""
    card = pair.merge()
    assert card.emails == ("anna@a.example", "a@b.example")
    assert (card.name, card.job_title) == ("Анна Петрова", "Инженер")
    assert card.former_ids == (pair.goes,)
    assert pair.company.store.contact_by_identity("email", "a@b.example") == pair.stays


def test_a_value_of_the_other_card_can_be_chosen(pair: Pair) -> None:
    """The name of the card that goes stays where it was asked for; a list is not asked for."""
    with pytest.raises(InvalidError):
        pair.merge(take=("emails",))
    assert pair.merge(take=("name",)).name == "Петрова А."


def test_all_goes_back(pair: Pair) -> None:
    """After it comes out again both cards are as they were."""
    before = pair.read(pair.stays), pair.read(pair.goes)
    pair.merge(take=("name",))
    done = pair.apart()
    assert done.kept == ()
    after = pair.read(pair.stays), pair.read(pair.goes)
    assert [_plain(card) for card in before] == [_plain(card) for card in after]
    assert pair.company.store.contact_by_identity("email", "a@b.example") == pair.goes


def test_it_comes_out_once(pair: Pair) -> None:
    """A repetition finds it out already and changes nothing."""
    pair.merge()
    pair.apart()
    saved = len(pair.company.store.changes)
    assert pair.apart().card.id == pair.goes
    assert len(pair.company.store.changes) == saved


def test_what_was_changed_since_stays(pair: Pair) -> None:
    """A post that somebody wrote after the merge is kept and named, and so is an address that was added."""
    pair.merge()
    values = {"job_title": "Директор", "emails": ("anna@a.example", "a@b.example", "new@c.example")}
    pair.company.book.change(asking(SELLER), Contact, pair.stays, values, None)
    assert pair.apart().kept == ("job_title",)
    card = pair.read(pair.stays)
    assert (card.job_title, card.emails) == ("Директор", ("anna@a.example", "new@c.example"))


def test_an_address_that_went_elsewhere_meanwhile_is_named(pair: Pair) -> None:
    """It stays with whom it belongs to now; the card comes back without it."""
    pair.merge()
    book = pair.company.book
    book.change(asking(SELLER), Contact, pair.stays, {"emails": ("anna@a.example",)}, None)
    book.add(asking(SELLER), Contact, {"name": "Борис", "emails": ("a@b.example",)})
    assert pair.apart().kept == ("a@b.example",)
    assert pair.read(pair.goes).emails == ()


def test_who_may_give_both_away_may_merge_them(pair: Pair) -> None:
    """One who only takes part may not; the head may."""
    book = pair.company.book
    for card_id in (pair.stays, pair.goes):
        values = {"participant_ids": frozenset({OTHER.id})}
        book.change(asking(SELLER), Contact, card_id, values, None)
    with pytest.raises(NotAllowedError):
        pair.merge(OTHER)
    assert pair.merge(HEAD).former_ids


def test_owners_of_both_see_the_one(company: Company) -> None:
    """The owner of the card that goes takes part in the one that stays, and both read either address."""
    pair = Pair(company)
    company.book.change(asking(SELLER), Contact, pair.goes, {"owner_id": OTHER.id}, None)
    assert pair.merge(OWNER).participant_ids == {OTHER.id}
    assert company.book.find(OTHER, Contact, pair.stays)
    assert company.book.find(SELLER, Contact, pair.goes).merged


def test_a_merged_card_is_not_changed_nor_merged_again(pair: Pair) -> None:
    """Each is told of the card to turn to."""
    pair.merge()
    book = pair.company.book
    with pytest.raises(ConflictError) as changed:
        book.change(asking(SELLER), Contact, pair.goes, {"name": "Нет"}, None)
    third = book.add(asking(SELLER), Contact, {"name": "Третья"})
    with pytest.raises(ConflictError) as merged:
        pair.merging.merge(SELLER, Contact, pair.goes, Wish(third.id), None)
    assert changed.value.about == merged.value.about == pair.read(pair.stays).ref


def test_what_went_on_comes_out_in_order(pair: Pair) -> None:
    """A card in a card that was merged itself comes out after that one; the last answers for all."""
    pair.merge()
    book = pair.company.book
    last = book.add(asking(SELLER), Contact, {"name": "Последняя"})
    stored = pair.merging.merge(SELLER, Contact, last.id, Wish(pair.stays), None)
    assert stored.former_ids == (pair.stays, pair.goes)
    with pytest.raises(ConflictError):
        pair.apart()
    pair.unmerging.unmerge(SELLER, "Bearer token", Contact, pair.stays)
    assert pair.apart().card.merged is None


def test_one_of_two_at_once_wins(pair: Pair) -> None:
    """Whoever merges upon a state that is gone is told so."""
    version = pair.read(pair.stays).version
    pair.company.book.change(asking(SELLER), Contact, pair.stays, {"job_title": "Юрист"}, None)
    with pytest.raises(StaleVersionError):
        pair.merging.merge(SELLER, Contact, pair.stays, Wish(pair.goes), version)


def test_leads_are_merged_too(company: Company) -> None:
    """A lead that went into another is not converted any more."""
    first = company.book.add(asking(SELLER), Lead, {"title": "Заявка"})
    second = company.book.add(asking(SELLER), Lead, {"title": "Заявка ещё раз"})
    Merging(company.book).merge(SELLER, Lead, first.id, Wish(second.id), None)
    gone = company.book.find(SELLER, Lead, second.id)
    assert gone.successor == first.ref
    with pytest.raises(ConflictError):
        gone.require_change({})


def _plain(card: Record) -> Record:
    return replace(card, version=None, updated_at=card.created_at)
