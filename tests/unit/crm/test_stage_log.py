"""The stage log: how long deals stood where, and who moved them away."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.crm.card_fakes import OFFER, OPEN, SELLER, Company, asking

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.service.deals import Move
from portal.paging import PageRequest


@pytest.fixture
def deal(company: Company) -> Deal:
    return company.deals.add(asking(SELLER), {"title": "Станок"})


def test_the_log_tells_the_time_spent(company: Company, deal: Deal) -> None:
    """Each line has the seconds in the stage before; the first has none."""
    moved = company.deals.move(SELLER, deal.id, Move(OFFER.id))
    spent = moved.stage_since - deal.created_at
    log = company.deals.stages(SELLER, deal.id, PageRequest()).items
    assert [move.seconds for move in log] == [spent.total_seconds(), None]
    assert spent > timedelta(0)


def test_times_add_up_over_returns(company: Company, deal: Deal) -> None:
    """A stage that was left twice has the time of both stays; the present one is told apart."""
    company.clock.now += timedelta(hours=30)
    for stage in (OFFER, OPEN, OFFER):
        company.deals.move(SELLER, deal.id, Move(stage.id))
    company.clock.now += timedelta(hours=1)
    times, present = company.deals.times(SELLER, deal.id)
    log = company.deals.stages(SELLER, deal.id, PageRequest()).items
    of_open = [move for move in log if move.from_stage_id == OPEN.id]
    assert times[OPEN.id].stays == len(of_open) == 2
    assert times[OPEN.id].seconds == sum(move.seconds or 0 for move in of_open)
    # From Monday noon to Tuesday evening by the clocks of Moscow, nine hours a day.
    assert (times[OPEN.id].seconds // 3600, times[OPEN.id].minutes // 60) == (30, 14)
    assert (times[OFFER.id].stays, present.seconds // 3600) == (1, 1)


def test_a_deal_older_than_the_counting_tells_its_times_by_its_log(
    company: Company, deal: Deal
) -> None:
    """Of what was never counted nothing is guessed."""
    company.deals.move(SELLER, deal.id, Move(OFFER.id))
    stored = company.book.find(SELLER, Deal, deal.id)
    counted = company.deals.times(SELLER, deal.id)[0]
    company.store.stored[stored.ref] = replace(stored, spent=None)
    assert company.deals.times(SELLER, deal.id)[0] == counted
    company.deals.move(SELLER, deal.id, Move(OPEN.id))
    assert company.deals.times(SELLER, deal.id)[0].keys() == {OPEN.id, OFFER.id}
