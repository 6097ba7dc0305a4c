"""Cards follow their owner into other departments."""

from datetime import timedelta

import pytest
from tests.unit.crm.card_fakes import HEAD, OTHER, OTHER_HEAD, SELLER, SERVICE, Company, asking

from chalicelib.crm.model.cards import Owner
from chalicelib.crm.model.companies import Company as Firm
from chalicelib.crm.model.leads import Lead

MOVED = Owner(SELLER.id, SELLER.name, frozenset({SERVICE}))


def test_all_kinds_of_card_follow_and_other_peoples_stay(company: Company) -> None:
    """The new head sees them, the former one does not; cards of others are left alone."""
    own = [
        company.deals.add(asking(SELLER), {"title": "Станок"}),
        company.book.add(asking(SELLER), Lead, {"title": "Заявка"}),
        company.book.add(asking(SELLER), Firm, {"name": "Пресс"}),
    ]
    shared = company.book.add(
        asking(OTHER), Firm, {"name": "Чужая", "participant_ids": frozenset({SELLER.id})}
    )
    company.following.follow_employee(MOVED, company.clock())
    for record in own:
        after = company.store.stored[record.ref]
        assert OTHER_HEAD.may_see(after.audience)
        assert not HEAD.may_see(after.audience)
    assert company.store.stored[shared.ref] == shared


def test_a_repetition_changes_nothing(company: Company) -> None:
    """Delivered twice, it is announced once."""
    company.book.add(asking(SELLER), Firm, {"name": "Пресс"})
    moment = company.clock()
    company.following.follow_employee(MOVED, moment)
    changes = len(company.store.changes)
    company.following.follow_employee(MOVED, moment)
    assert len(company.store.changes) == changes == 2
    assert company.store.changes[-1].event.data["changed"] == ["owner"]


def test_an_older_announcement_does_not_undo_a_newer_one(company: Company) -> None:
    """Events overtake each other; the later state stays."""
    firm = company.book.add(asking(SELLER), Firm, {"name": "Пресс"})
    moment = company.clock()
    company.following.follow_employee(MOVED, moment)
    company.following.follow_employee(Owner.of(SELLER), moment - timedelta(seconds=1))
    assert company.store.stored[firm.ref].owner == MOVED


def test_after_a_crash_the_rest_follows(company: Company) -> None:
    """What was done stays done, what was not is done by the repetition."""
    firms = [company.book.add(asking(SELLER), Firm, {"name": str(n)}) for n in range(150)]
    company.store.saves_until_crash = 120
    moment = company.clock()
    with pytest.raises(TimeoutError):
        company.following.follow_employee(MOVED, moment)
    company.store.saves_until_crash = None
    company.following.follow_employee(MOVED, moment)
    assert {company.store.stored[firm.ref].owner for firm in firms} == {MOVED}
    assert len(company.store.changes) == 300
