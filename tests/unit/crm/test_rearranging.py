"""Stages and pipelines go, pipelines are closed to departments, and the deals follow."""

import pytest
from tests.unit.crm.card_fakes import (
    HEAD,
    LOST,
    OFFER,
    OPEN,
    OTHER,
    OTHER_HEAD,
    OWNER,
    PIPELINE,
    REPAIR,
    SALES,
    SELLER,
    SERVICE,
    SERVICES,
    WON,
    Company,
    asking,
)
from tests.unit.crm.test_pipelines import draft

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.stays import MoveCause
from chalicelib.crm.service.deals import DealFilter, Move
from chalicelib.crm.service.pipelines import Drawing
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.paging import PageRequest

WITHOUT_OFFER = tuple(draft(stage) for stage in (OPEN, WON, LOST))


def deals(company: Company, stage: str, number: int) -> list[str]:
    """The ids of new deals in a stage."""
    add = company.deals.add
    return [add(asking(SELLER), {"title": f"{i}", "stage_id": stage}).id for i in range(number)]


def carry_on(company: Company) -> int:
    """Does whatever is left, each step twice, as a queue may bring it; how many steps it took."""
    steps = 0
    while company.store.works:
        for work in list(company.store.works.values()):
            company.rearranging.carry_on(work.id, work.step)
            company.rearranging.carry_on(work.id, work.step)
            steps += 1
    return steps


def stages(company: Company, ids: list[str]) -> set[str]:
    """In which stages the deals stand."""
    return {company.book.find(OWNER, Deal, each).stage_id for each in ids}


def test_an_empty_stage_goes_at_once(company: Company) -> None:
    """Nothing is asked, and nobody comes into it any more."""
    changed = company.pipelines.change(OWNER, PIPELINE.id, {}, Drawing(WITHOUT_OFFER))
    assert [stage.id for stage in changed.stages] == [OPEN.id, WON.id, LOST.id]
    assert company.store.closed == {OFFER.id}


def test_a_stage_with_deals_says_where_they_go(company: Company) -> None:
    """Without that it stays, and the refusal names it."""
    ids = deals(company, OFFER.id, 1)
    with pytest.raises(ConflictError, match="Предложение"):
        company.pipelines.change(OWNER, PIPELINE.id, {}, Drawing(WITHOUT_OFFER))
    assert stages(company, ids) == {OFFER.id}
    assert PIPELINE in company.pipelines.of(OWNER)


def test_many_deals_follow_a_page_at_a_time(company: Company) -> None:
    """Each once, with a line in its log by whoever removed the stage; who came late follows too."""
    ids = deals(company, OFFER.id, 45)
    company.pipelines.change(OWNER, PIPELINE.id, {}, Drawing(WITHOUT_OFFER, {OFFER.id: OPEN.id}))
    assert carry_on(company) > 3
    assert stages(company, ids) == {OPEN.id}
    for each in ids:
        log = company.deals.stages(SELLER, each, PageRequest()).items
        assert [move.to_stage_id for move in log] == [OPEN.id, OFFER.id]
        assert log[0].actor.id == OWNER.id


def test_a_removed_pipeline_leaves_its_deals_to_another(company: Company) -> None:
    """They keep their logs; the last pipeline stays."""
    ids = deals(company, OPEN.id, 3)
    with pytest.raises(ConflictError, match="Продажи"):
        company.pipelines.remove(OWNER, PIPELINE.id, None)
    with pytest.raises(InvalidError):
        company.pipelines.remove(OWNER, PIPELINE.id, OFFER.id)
    company.pipelines.remove(OWNER, PIPELINE.id, REPAIR.id)
    carry_on(company)
    assert stages(company, ids) == {REPAIR.id}
    last = company.deals.stages(OWNER, ids[0], PageRequest()).items[0]
    assert (last.actor.id, last.cause) == (OWNER.id, MoveCause.PIPELINE_REMOVED)
    assert company.pipelines.of(OWNER) == [SERVICES]
    with pytest.raises(ConflictError):
        company.pipelines.remove(OWNER, SERVICES.id, None)


def test_a_pipeline_of_a_department_is_for_its_people(company: Company) -> None:
    """Others neither see it, nor put deals into it, nor count in it."""
    company.pipelines.change(OWNER, SERVICES.id, {"department_ids": (SERVICE,)})
    assert [p.id for p in company.pipelines.of(SELLER)] == [PIPELINE.id]
    for reader in (OTHER, OTHER_HEAD, OWNER):
        assert SERVICES.id in {p.id for p in company.pipelines.of(reader)}
    with pytest.raises(InvalidError):
        company.deals.add(asking(SELLER), {"title": "Чужой", "stage_id": REPAIR.id})
    with pytest.raises(InvalidError):
        company.deals.page(SELLER, DealFilter(pipeline_id=SERVICES.id), PageRequest())
    with pytest.raises(NotFoundError):
        company.pipelines.one(SELLER, SERVICES.id)


def test_a_closed_pipeline_takes_its_deals_from_other_heads(company: Company) -> None:
    """Who owns a deal or takes part in it sees it still, and goes on with it."""
    (deal_id,) = deals(company, REPAIR.id, 1)
    assert company.book.find(HEAD, Deal, deal_id)
    company.pipelines.change(OWNER, SERVICES.id, {"department_ids": (SERVICE,)})
    carry_on(company)
    with pytest.raises(NotFoundError):
        company.book.find(HEAD, Deal, deal_id)
    assert company.deals.progress(SELLER, deal_id)[1].id == SERVICES.id
    assert company.deals.move(SELLER, deal_id, Move("w")).stage_id == "w"
    company.pipelines.change(OWNER, SERVICES.id, {"department_ids": (SERVICE, SALES)})
    carry_on(company)
    assert company.book.find(HEAD, Deal, deal_id)
