"""The cards of somebody who leaves."""

from dataclasses import replace

import pytest
from tests.unit.crm.card_fakes import (
    HEAD,
    OTHER,
    OTHER_HEAD,
    OWNER,
    SELLER,
    WON,
    Company,
    asking,
)

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.companies import Company as Firm
from chalicelib.crm.model.journal import Cause, CauseKind
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.deals import Move
from chalicelib.crm.service.handing import Handing, HandOver
from portal.ids import new_id
from portal.principals import Actor

EVERY_KIND = frozenset({"deal", "lead", "contact", "company", "reminder"})
HANDED = HandOver("leaving-1", SELLER.id, Owner.of(OTHER), EVERY_KIND, Actor.of(OWNER))


class Done:
    """The hand-overs that are done."""

    def __init__(self) -> None:
        self.ids: set[str] = set()

    def is_done(self, hand_over_id: str) -> bool:
        return hand_over_id in self.ids

    def note_done(self, hand_over_id: str) -> None:
        self.ids.add(hand_over_id)


@pytest.fixture
def handing(company: Company) -> Handing:
    return Handing(company.store, Done(), company.clock, new_id)


def test_open_cards_get_the_colleague_and_his_head(company: Company, handing: Handing) -> None:
    """In the name of who decided it, with the cause in the journal; cards of others are left alone."""
    own = [
        company.deals.add(asking(SELLER), {"title": "Станок"}),
        company.book.add(asking(SELLER), Lead, {"title": "Заявка"}),
        company.book.add(asking(SELLER), Firm, {"name": "Пресс"}),
    ]
    others = company.book.add(asking(OTHER), Firm, {"name": "Чужая"})
    handing.hand_over(HANDED)
    for record in own:
        after = company.store.stored[record.ref]
        assert after.owner == Owner.of(OTHER)
        assert OTHER_HEAD.may_see(after.audience)
        assert not HEAD.may_see(after.audience)
    assert company.store.stored[others.ref] == others
    change = company.store.changes[-1]
    assert change.cause == Cause(CauseKind.HAND_OVER, "leaving-1")
    assert change.event.actor == Actor.of(OWNER)


def test_a_closed_deal_keeps_the_name_that_closed_it(company: Company, handing: Handing) -> None:
    """It is history."""
    deal = company.deals.add(asking(SELLER), {"title": "Станок"})
    company.deals.move(SELLER, deal.id, Move(WON.id))
    handing.hand_over(HANDED)
    assert company.store.stored[deal.ref].owner.id == SELLER.id


def test_his_place_among_the_participants_goes_too(company: Company, handing: Handing) -> None:
    """But nobody takes part in a card of his own."""
    shared = {"participant_ids": frozenset({SELLER.id})}
    others = company.book.add(asking(OWNER), Firm, {"name": "Общая", **shared})
    his = company.book.add(asking(OTHER), Firm, {"name": "Его", **shared})
    handing.hand_over(HANDED)
    assert company.store.stored[others.ref].participant_ids == {OTHER.id}
    assert company.store.stored[his.ref].participant_ids == frozenset()


def test_only_the_kinds_that_were_named_change_hands(company: Company, handing: Handing) -> None:
    """The others may go to somebody else."""
    lead = company.book.add(asking(SELLER), Lead, {"title": "Заявка"})
    firm = company.book.add(asking(SELLER), Firm, {"name": "Пресс"})
    handing.hand_over(replace(HANDED, kinds=frozenset({"lead"})))
    assert company.store.stored[lead.ref].owner.id == OTHER.id
    assert company.store.stored[firm.ref].owner.id == SELLER.id


def test_after_a_crash_the_rest_changes_hands_once(company: Company, handing: Handing) -> None:
    """And what he gets after he has come back stays with him, however late the queue repeats it."""
    firms = [company.book.add(asking(SELLER), Firm, {"name": str(n)}) for n in range(130)]
    company.store.saves_until_crash = 110
    with pytest.raises(TimeoutError):
        handing.hand_over(HANDED)
    company.store.saves_until_crash = None
    handing.hand_over(HANDED)
    assert {company.store.stored[firm.ref].owner.id for firm in firms} == {OTHER.id}
    assert len(company.store.changes) == 260
    later = company.book.add(asking(SELLER), Firm, {"name": "Новая"})
    handing.hand_over(HANDED)
    assert company.store.stored[later.ref].owner.id == SELLER.id
