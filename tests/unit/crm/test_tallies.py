"""Tallies count what a reader could count by hand."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.crm.card_fakes import OFFER, OPEN, OWNER, PIPELINE, SERVICES
from tests.unit.crm.index_fakes import Floor, IndexMemory, employee

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.index import Indexed
from chalicelib.crm.model.pulse import Pulse
from chalicelib.crm.model.tallies import StageTally
from portal.cards import CardRef
from portal.errors import ConflictError, NotFoundError
from portal.money import Money

PEOPLE = ("anna", "boris", "vera", "gleb")
DEPARTMENTS = ("sales", "service", "assembly")
HEADS = [
    employee("anna", "sales"),
    employee("boris", "sales", "service"),
    employee("vera", *DEPARTMENTS),
]
READERS = [*HEADS, *map(employee, PEOPLE), employee("nobody"), OWNER]

people = st.sampled_from(PEOPLE)
several = st.frozensets(people, max_size=3)
departments = st.frozensets(st.sampled_from(DEPARTMENTS), max_size=3)
amounts = st.none() | st.builds(
    Money,
    st.decimals("0", "9999999999999.99", places=2),
    st.sampled_from(("RUB", "EUR")),
)
numbers = st.integers(0, 9)


def rub(text: str) -> Money:
    return Money(Decimal(text), "RUB")


def one_change(draw: Callable[..., Any], floor: Floor) -> None:
    """Whatever may happen on a sales floor in one step."""
    deals = floor.deals
    kinds = ["open", "transfer", *(["move", "give", "share", "price", "hear"] if deals else [])]
    kind = draw(st.sampled_from(kinds))
    if kind == "open":
        pipeline = draw(st.sampled_from((PIPELINE, SERVICES)))
        team, amount = draw(several), draw(amounts)
        floor.open(draw(people), pipeline=pipeline, participant_ids=team, amount=amount)
    elif kind == "transfer":
        floor.transfer(draw(people), draw(departments))
    else:
        _to_one(kind, draw, floor, draw(st.sampled_from(deals)))


def _to_one(kind: str, draw: Callable[..., Any], floor: Floor, deal: Deal) -> None:
    if kind == "move":
        floor.move(deal, draw(numbers))
    elif kind == "give":
        floor.save(deal, replace(deal, owner=floor.owner(draw(people))))
    elif kind == "share":
        floor.save(deal, replace(deal, participant_ids=draw(several)))
    elif kind == "price":
        floor.save(deal, replace(deal, amount=draw(amounts)))
    else:
        floor.hear([draw(st.sampled_from(floor.news))])


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_everybody_is_told_what_he_could_count(data: st.DataObject) -> None:
    """Whoever heads what and takes part where, in whatever order the news are heard, and however often.

    Nor does any pointer stand that should not.
    """
    floor = Floor()
    for _ in range(data.draw(st.integers(1, 25))):
        one_change(data.draw, floor)
    floor.hear(data.draw(st.permutations(floor.news)))
    for reader in READERS:
        for pipeline in (PIPELINE, SERVICES):
            for owner in (None, *PEOPLE):
                told = floor.tallies.of(reader, pipeline.id, owner)
                assert told == floor.counted_by_hand(reader, pipeline, owner)
    assert floor.memory.standing == {
        (deal.ref, pointer)
        for deal in floor.deals
        for pointer in Indexed.of(deal, Pulse(deal.ref)).pointers
    }


def test_a_head_who_takes_part_counts_a_deal_once() -> None:
    """He holds two grants to it, and one alone to his other people's."""
    floor = Floor()
    floor.transfer("ivan", frozenset({"sales", "service"}))
    floor.open("ivan", amount=rub("0.10"), participant_ids=frozenset({"head"}))
    floor.open("ivan", amount=rub("0.20"))
    floor.open("stranger", participant_ids=frozenset({"head"}))
    floor.hear()
    told = floor.tallies.of(employee("head", "sales", "service"), PIPELINE.id)
    assert told[0] == StageTally(OPEN.id, 3, (rub("0.30"),))


def test_the_same_news_twice_is_counted_once() -> None:
    """Nor is anything written the second time."""
    floor = Floor()
    floor.open("ivan")
    floor.hear()
    saves = floor.memory.saves
    floor.hear()
    assert (floor.memory.saves, floor.tallies.of(OWNER, PIPELINE.id)[0].count) == (saves, 1)


def test_a_crash_after_the_save_changes_nothing() -> None:
    """What the queue brings again is found done."""
    floor = Floor()
    floor.open("ivan")
    floor.memory.crash = True
    with pytest.raises(TimeoutError):
        floor.hear()
    floor.hear()
    assert floor.tallies.of(OWNER, PIPELINE.id)[0].count == 1


def test_a_deal_that_moves_while_it_is_counted() -> None:
    """Whoever looked before gives way to who looked after, even where the deal has come back meanwhile."""
    floor = Floor()
    deal = floor.open("ivan")
    floor.hear()
    moved = floor.move(deal, 1)

    def back() -> None:
        floor.move(moved, 0)
        floor.hear()

    floor.memory.meanwhile = back
    floor.hear([deal.ref])
    assert [each.count for each in floor.tallies.of(OWNER, PIPELINE.id)[:2]] == [1, 0]


def test_rows_that_others_change_are_tried_again_and_then_left_to_the_queue() -> None:
    """A moment's conflict costs a pause; one that lasts is raised."""
    floor = Floor()
    deal = floor.open("ivan")
    pauses: list[int] = []
    busy = replace(floor.indexing, book=_Busy(), pause=pauses.append)
    with pytest.raises(ConflictError):
        busy.follow(deal.ref)
    assert pauses == [1, 2, 3, 4, 5, 6, 7]


def test_stages_come_in_their_order_and_the_empty_ones_too() -> None:
    """A board has a head over every column."""
    floor = Floor()
    floor.open("ivan", stage=1, amount=rub("10.00"))
    floor.hear()
    told = floor.tallies.of(OWNER, PIPELINE.id)
    assert [each.stage_id for each in told] == [stage.id for stage in PIPELINE.stages]
    assert told[:2] == [StageTally(OPEN.id, 0, ()), StageTally(OFFER.id, 1, (rub("10.00"),))]


def test_an_unknown_pipeline_is_not_found() -> None:
    """An empty tally would hide the mistake."""
    with pytest.raises(NotFoundError):
        Floor().tallies.of(OWNER, "nothing")


class _Busy(IndexMemory):
    """An index that somebody else always saves first."""

    def save(self, ref: CardRef, former: Indexed, wanted: Indexed) -> None:
        raise ConflictError("busy")
