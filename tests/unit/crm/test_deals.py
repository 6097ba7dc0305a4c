"""Deals: where they begin, how they move, and what is told of it."""

import pytest
from tests.unit.crm.card_fakes import (
    LOST,
    OFFER,
    OPEN,
    OTHER,
    PIPELINE,
    REPAIR,
    SELLER,
    SERVICES,
    WON,
    Company,
    asking,
)

from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.pipelines import Stage, StageKind
from chalicelib.crm.service.deals import DealFilter, Move
from portal.errors import InvalidError, NotFoundError, StaleVersionError
from portal.paging import PageRequest


@pytest.fixture
def deal(company: Company) -> Deal:
    contact = company.book.add(asking(SELLER), Contact, {"name": "Пётр"})
    return company.deals.add(asking(SELLER), {"title": "Станок", "contact_ids": (contact.id,)})


@pytest.mark.parametrize(
    ("values", "stage"),
    [
        ({}, OPEN),
        ({"pipeline_id": SERVICES.id}, REPAIR),
        ({"stage_id": REPAIR.id}, REPAIR),
        ({"pipeline_id": PIPELINE.id, "stage_id": WON.id}, WON),
    ],
)
def test_where_a_deal_begins(company: Company, values: dict[str, str], stage: Stage) -> None:
    """In the named stage, else in the first open one of the named pipeline, else of the first."""
    deal = company.deals.add(asking(SELLER), {"title": "Станок"} | values)
    assert (deal.stage_id, deal.open) == (stage.id, stage.kind is StageKind.OPEN)


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"pipeline_id": "none"}, "/pipeline_id"),
        ({"stage_id": "none"}, "/stage_id"),
        ({"pipeline_id": PIPELINE.id, "stage_id": REPAIR.id}, "/stage_id"),
    ],
)
def test_a_deal_does_not_begin_nowhere(
    company: Company, values: dict[str, str], pointer: str
) -> None:
    """An unknown pipeline, an unknown stage and another pipeline's stage are refused at their field."""
    with pytest.raises(InvalidError) as refusal:
        company.deals.add(asking(SELLER), {"title": "Станок"} | values)
    assert refusal.value.errors[0].pointer == pointer
    assert not company.store.stored


def test_without_pipelines_there_are_no_deals(company: Company) -> None:
    """The refusal says who can mend it."""
    company.store.lines.clear()
    with pytest.raises(InvalidError, match="owner of the portal"):
        company.deals.add(asking(SELLER), {"title": "Станок"})


def test_the_reason_of_a_loss_stays_until_the_deal_revives(company: Company, deal: Deal) -> None:
    """A lost deal knows why and since when; an open one has forgotten, but its log has not."""
    lost = company.deals.move(SELLER, deal.id, Move(LOST.id, reason="Дорого"))
    assert (lost.open, lost.lost_reason, lost.closed_at) == (False, "Дорого", lost.stage_since)
    revived = company.deals.move(SELLER, deal.id, Move(OFFER.id, reason="Нашли скидку"))
    assert (revived.open, revived.lost_reason, revived.closed_at) == (True, None, None)
    log = company.deals.stages(SELLER, deal.id, PageRequest()).items
    assert [move.reason for move in log] == ["Нашли скидку", "Дорого", None]


def test_a_deal_goes_on_in_another_pipeline(company: Company, deal: Deal) -> None:
    """Into a stage of it, or to its beginning; the log goes on, and names the pipelines."""
    moved = company.deals.move(SELLER, deal.id, Move(pipeline_id=SERVICES.id))
    assert (moved.pipeline_id, moved.stage_id) == (SERVICES.id, REPAIR.id)
    back = company.deals.move(SELLER, deal.id, Move(OFFER.id))
    assert back.pipeline_id == PIPELINE.id
    log = company.deals.stages(SELLER, deal.id, PageRequest()).items
    assert [(m.from_pipeline_id, m.pipeline_id, m.to_name) for m in log] == [
        (SERVICES.id, PIPELINE.id, OFFER.name),
        (PIPELINE.id, SERVICES.id, REPAIR.name),
        (None, PIPELINE.id, OPEN.name),
    ]


def test_a_stage_is_looked_for_in_the_named_pipeline(company: Company, deal: Deal) -> None:
    """The deal stays where it is when they do not fit each other."""
    with pytest.raises(InvalidError) as refusal:
        company.deals.move(SELLER, deal.id, Move(REPAIR.id, PIPELINE.id))
    assert refusal.value.errors[0].pointer == "/stage_id"
    assert company.book.find(SELLER, Deal, deal.id) == deal


def test_moving_where_it_stands_is_no_move(company: Company, deal: Deal) -> None:
    """A repeated request leaves one line in the log."""
    company.deals.move(SELLER, deal.id, Move(OFFER.id))
    company.deals.move(SELLER, deal.id, Move(OFFER.id))
    assert len(company.deals.stages(SELLER, deal.id, PageRequest()).items) == 2


def test_a_move_upon_an_older_state_is_refused(company: Company, deal: Deal) -> None:
    """Two people moving one deal: the second one is told."""
    company.deals.move(SELLER, deal.id, Move(OFFER.id), deal.version)
    with pytest.raises(StaleVersionError):
        company.deals.move(SELLER, deal.id, Move(WON.id), deal.version)


def test_a_stranger_neither_moves_a_deal_nor_reads_its_log(company: Company, deal: Deal) -> None:
    """For him there is no such deal."""
    with pytest.raises(NotFoundError):
        company.deals.move(OTHER, deal.id, Move(OFFER.id))
    with pytest.raises(NotFoundError):
        company.deals.stages(OTHER, deal.id, PageRequest())


def test_a_client_hears_of_the_stage_and_not_of_the_reason(company: Company, deal: Deal) -> None:
    """The entry is for all clients of the deal, its note and the event with the reason are not."""
    company.deals.move(SELLER, deal.id, Move(LOST.id, reason="Не наш клиент"))
    change, client = company.store.changes[-1], f"contact:{deal.contact_ids[0]}"
    assert change.entry
    assert change.entry_event
    assert change.move_event
    assert client in change.entry_event.audience
    assert "Не наш клиент" not in change.entry_event.to_json()
    assert "Не наш клиент" not in change.entry.for_clients().summary
    assert change.move_event.data["reason"] == "Не наш клиент"
    assert client not in change.move_event.audience


def test_each_event_of_a_move_has_its_own_id(company: Company, deal: Deal) -> None:
    """Consumers drop what they have seen by its id, so no two events may share one."""
    company.deals.move(SELLER, deal.id, Move(WON.id))
    change = company.store.changes[-1]
    events = [change.event, change.entry_event, change.move_event]
    assert len({event.id for event in events if event}) == 3


@pytest.mark.parametrize(
    ("which", "pointer"),
    [
        (DealFilter(pipeline_id="none"), "?pipeline_id"),
        (DealFilter(stage_ids=("none",)), "?stage_id"),
        (DealFilter(pipeline_id=SERVICES.id, stage_ids=(OPEN.id,)), "?stage_id"),
    ],
)
def test_a_filter_names_what_exists(company: Company, which: DealFilter, pointer: str) -> None:
    """An empty list would hide the mistake."""
    with pytest.raises(InvalidError) as refusal:
        company.deals.page(SELLER, which, PageRequest())
    assert refusal.value.errors[0].pointer == pointer


@pytest.mark.parametrize(
    ("kinds", "pointer"),
    [
        ((StageKind.OPEN, StageKind.WON), "/stages"),
        ((StageKind.WON, StageKind.LOST), "/stages"),
    ],
)
def test_a_pipeline_has_a_beginning_and_both_ends(
    company: Company, kinds: tuple[StageKind, ...], pointer: str
) -> None:
    """Without an open, a won or a lost stage it is refused."""
    stages = tuple(Stage(kind, kind, kind, 0) for kind in kinds)
    with pytest.raises(InvalidError) as refusal:
        company.pipelines.add("Продажи", stages)
    assert refusal.value.errors[0].pointer == pointer


def test_stages_of_a_pipeline_have_different_names(company: Company) -> None:
    """Two stages of one name cannot be told apart on a board."""
    stages = (OPEN, WON, LOST, Stage("again", "НОВАЯ", StageKind.OPEN, 0))
    with pytest.raises(InvalidError) as refusal:
        company.pipelines.add("Продажи", stages)
    assert refusal.value.errors[0].pointer == "/stages/3/name"
