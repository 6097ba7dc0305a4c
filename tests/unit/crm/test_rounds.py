"""The rounds of service contracts: their days, their deals, and what people do with them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.unit.crm.card_fakes import (
    LOST,
    OTHER,
    OWNER,
    PIPELINE,
    REPAIR,
    SELLER,
    SERVICES,
    WON,
    asking,
)
from tests.unit.crm.card_fakes import OPEN as FIRST
from tests.unit.crm.rounds_fakes import Service

from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.rounds import Plan, RoundState
from chalicelib.crm.service.deals import Move
from chalicelib.crm.service.rounds import Act
from portal.due import LeftDueError
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.paging import PageRequest

PLAN = Plan("ТО", 3, date(2026, 6, 1), until=date(2027, 3, 1), ahead=14)


@pytest.fixture
def company() -> Service:
    return Service()


@pytest.fixture
def contract(company: Service) -> Deal:
    contact = company.book.add(asking(SELLER), Contact, {"name": "Пётр"})
    values = {"title": "Договор", "contact_ids": (contact.id,)}
    return company.deals.add(asking(SELLER), values)


def rounds(company: Service) -> list[Deal]:
    """The deals of rounds, in their order."""
    deals = (each for each in company.store.stored.values() if isinstance(each, Deal))
    return sorted((d for d in deals if d.contract_id), key=lambda deal: deal.round or 0)


def test_a_won_contract_begins_its_rounds(company: Service, contract: Deal) -> None:
    """After as many months as its pipeline says; told twice, it begins once."""
    company.pipelines.change(OWNER, PIPELINE.id, {"round_months": 6})
    company.rounds.follow(contract.ref)
    assert company.rounds.of(SELLER, contract.id) is None
    company.deals.move(SELLER, contract.id, Move(WON.id))
    company.rounds.follow(contract.ref)
    begun = company.rounds.of(SELLER, contract.id)
    company.rounds.follow(contract.ref)
    assert begun == company.rounds.of(SELLER, contract.id)
    assert begun
    assert begun.next_on == date(2026, 9, 2)


def test_a_due_round_becomes_a_deal(company: Service, contract: Deal) -> None:
    """With the contract's people and client, at the beginning of its pipeline, and only once."""
    company.rounds.plan(SELLER, contract.id, PLAN, None)
    company.opening.tick()
    assert rounds(company) == []
    company.clock.now = datetime(2026, 5, 18, 6, 1, tzinfo=UTC)
    company.opening.tick()
    company.opening.tick()
    (deal,) = rounds(company)
    assert (deal.title, deal.round, deal.due_on) == ("ТО № 1", 1, PLAN.next_on)
    assert (deal.contact_ids, deal.owner) == (contract.contact_ids, contract.owner)
    assert (deal.stage_id, deal.contract_id) == (FIRST.id, contract.id)
    (told,) = company.rounds.opened(SELLER, contract.id, PageRequest()).items
    assert (told.number, told.due_on, told.deal_id) == (1, PLAN.next_on, deal.id)
    schedule = company.rounds.of(SELLER, contract.id)
    assert schedule
    assert (schedule.number, schedule.next_on) == (1, date(2026, 9, 1))


def test_rounds_go_into_the_pipeline_that_was_chosen(company: Service, contract: Deal) -> None:
    """Where that is no more, into the contract's own."""
    company.rounds.plan(SELLER, contract.id, replace(PLAN, pipeline_id=SERVICES.id), None)
    company.clock.now = datetime(2026, 5, 20, tzinfo=UTC)
    company.opening.tick()
    company.pipelines.remove(OWNER, SERVICES.id, FIRST.id)
    company.clock.now = datetime(2026, 8, 20, tzinfo=UTC)
    company.opening.tick()
    assert [deal.stage_id for deal in rounds(company)] == [REPAIR.id, FIRST.id]


def test_a_crash_between_the_deal_and_the_schedule_opens_no_second(
    company: Service, contract: Deal
) -> None:
    """The next tick finds the deal, and goes on."""
    company.rounds.plan(SELLER, contract.id, PLAN, None)
    company.clock.now = datetime(2026, 5, 20, tzinfo=UTC)
    company.schedules.failing = 1
    with pytest.raises(LeftDueError):
        company.opening.tick()
    company.opening.tick()
    company.opening.tick()
    assert len(rounds(company)) == 1


def test_what_an_outage_left_behind_is_opened(company: Service, contract: Deal) -> None:
    """Each round once, and after the last one the schedule has ended."""
    company.rounds.plan(SELLER, contract.id, PLAN, None)
    company.clock.now = datetime(2028, 1, 1, tzinfo=UTC)
    for _ in range(6):
        company.opening.tick()
    assert [deal.round for deal in rounds(company)] == [1, 2, 3, 4]
    schedule = company.rounds.of(SELLER, contract.id)
    assert schedule
    assert (schedule.state, schedule.total) == (RoundState.ENDED, 4)


def test_a_paused_contract_opens_nothing(company: Service, contract: Deal) -> None:
    """Resumed, it goes on with the first day that has not passed."""
    company.rounds.plan(SELLER, contract.id, PLAN, None)
    company.rounds.act(SELLER, contract.id, Act.PAUSE, None)
    company.clock.now = datetime(2026, 7, 1, tzinfo=UTC)
    company.opening.tick()
    assert rounds(company) == []
    resumed = company.rounds.act(SELLER, contract.id, Act.RESUME, None)
    assert (resumed.next_on, resumed.number, resumed.total) == (date(2026, 9, 1), 0, 3)


def test_a_skipped_round_is_counted_and_comes_back(company: Service, contract: Deal) -> None:
    """It has its line without a deal, until the skip is taken back."""
    company.rounds.plan(SELLER, contract.id, PLAN, None)
    skipped = company.rounds.act(SELLER, contract.id, Act.SKIP, None)
    assert (skipped.number, skipped.next_on) == (1, date(2026, 9, 1))
    (line,) = company.rounds.opened(SELLER, contract.id, PageRequest()).items
    assert line.deal_id is None
    back = company.rounds.act(SELLER, contract.id, Act.UNSKIP, None)
    assert (back.number, back.next_on) == (0, PLAN.next_on)
    assert company.rounds.opened(SELLER, contract.id, PageRequest()).items == []
    with pytest.raises(ConflictError):
        company.rounds.act(SELLER, contract.id, Act.UNSKIP, None)


def test_the_last_round_that_was_skipped_comes_back(company: Service, contract: Deal) -> None:
    """Though the schedule had ended with it."""
    plan = replace(PLAN, until=PLAN.next_on)
    company.rounds.plan(SELLER, contract.id, plan, None)
    assert company.rounds.act(SELLER, contract.id, Act.SKIP, None).ended
    back = company.rounds.act(SELLER, contract.id, Act.UNSKIP, None)
    assert (back.state, back.next_on) == (RoundState.ACTIVE, PLAN.next_on)


def test_a_lost_contract_has_no_more_rounds(company: Service, contract: Deal) -> None:
    """Neither by itself nor by hand, until the deal is reopened."""
    company.rounds.plan(SELLER, contract.id, PLAN, None)
    company.deals.move(SELLER, contract.id, Move(LOST.id, reason="Дорого"))
    company.rounds.follow(contract.ref)
    company.clock.now = datetime(2026, 7, 1, tzinfo=UTC)
    company.opening.tick()
    assert rounds(company) == []
    with pytest.raises(ConflictError):
        company.rounds.act(SELLER, contract.id, Act.RESUME, None)
    company.deals.move(SELLER, contract.id, Move(FIRST.id))
    assert not company.rounds.act(SELLER, contract.id, Act.RESUME, None).ended


def test_a_round_has_no_rounds(company: Service, contract: Deal) -> None:
    """Won, it begins none, and none can be set on it."""
    company.pipelines.change(OWNER, PIPELINE.id, {"round_months": 6})
    company.rounds.plan(SELLER, contract.id, PLAN, None)
    company.clock.now = datetime(2026, 5, 20, tzinfo=UTC)
    company.opening.tick()
    (deal,) = rounds(company)
    company.deals.move(SELLER, deal.id, Move(WON.id))
    company.rounds.follow(deal.ref)
    assert company.rounds.of(SELLER, deal.id) is None
    with pytest.raises(ConflictError):
        company.rounds.plan(SELLER, deal.id, PLAN, None)


def test_a_stranger_knows_no_rounds(company: Service, contract: Deal) -> None:
    """For him there is no such deal; and a pipeline that he names has to be one."""
    for ask in (company.rounds.of, lambda p, i: company.rounds.act(p, i, Act.END, None)):
        with pytest.raises(NotFoundError):
            ask(OTHER, contract.id)
    with pytest.raises(InvalidError):
        company.rounds.plan(SELLER, contract.id, replace(PLAN, pipeline_id="none"), None)
