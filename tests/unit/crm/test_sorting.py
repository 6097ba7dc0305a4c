"""Where cards stand in a sorted list."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.crm.card_fakes import OPEN, PIPELINE
from tests.unit.crm.index_fakes import Floor

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.sorting import Sort, shelf_of, sorted_places
from portal.cards import CardKind
from portal.money import Money

amounts = st.decimals("0", "9999999999999.99", places=2)


def keys(deal: Deal, sort: Sort) -> list[str]:
    """The keys of a deal on the shelf of all deals that lie within the list."""
    shelf = shelf_of(CardKind.DEAL, sort, None, "")
    low, high = sort.bounds
    found = [key for name, key in sorted_places(deal) if name == shelf]
    return [key for key in found if low <= f"{key}#{deal.ref}" <= high]


def deal(**values: Any) -> Deal:
    return Floor().open("ivan", **values)


def test_each_list_has_a_shelf_of_its_own() -> None:
    """For every order, with every filter; where ids are in order already there is none.

    By the last change there is one for all lists, since each change of a card is written there.
    """
    found = sorted({shelf for shelf, _ in sorted_places(deal(amount=None))})
    stage, pipeline = f"{PIPELINE.id}#{OPEN.id}#", f"{PIPELINE.id}#"
    wanted = {
        shelf_of(CardKind.DEAL, sort, owner, place)
        for sort in Sort
        if not sort.passing
        for owner in (None, "ivan")
        for place in ("", pipeline, stage)
    }
    assert found == sorted(each for each in wanted if each)
    assert len(found) == 6 + 6 + 3
    assert [shelf_of(CardKind.DEAL, Sort.NEWEST, None, place) for place in ("", stage)] == [
        None
    ] * 2
    assert shelf_of(CardKind.LEAD, Sort.OLDEST, "ivan", "") is None
    assert shelf_of(CardKind.DEAL, None, "ivan", pipeline) is None


@settings(deadline=None)
@given(amounts, amounts)
def test_amounts_stand_in_the_order_of_numbers(one: Decimal, other: Decimal) -> None:
    """Not of digits."""
    small, large = (
        keys(deal(amount=Money(each, "RUB")), Sort.AMOUNT) for each in sorted((one, other))
    )
    assert small <= large
    assert len(small) == len(large) == 1


@settings(deadline=None)
@given(amounts)
def test_what_has_no_amount_comes_last_from_either_end(amount: Decimal) -> None:
    """It stands once in each direction."""
    priced, free = deal(amount=Money(amount, "RUB")), deal()
    (up,), (free_up,) = keys(priced, Sort.AMOUNT), keys(free, Sort.AMOUNT)
    (down,), (free_down,) = keys(priced, Sort.AMOUNT_DOWN), keys(free, Sort.AMOUNT_DOWN)
    assert up < free_up
    assert down > free_down


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ёлка", "ель"),
        ("анна", "Борис"),
        ("«Ромашка»", "Ромашка плюс"),
        ("Ромашка", "Ромашка 2"),
        ("Ромашка плюс", "Ромашкин"),
        ("Станок 1", "Станок 2"),
    ],
)
def test_names_stand_as_in_a_directory(first: str, second: str) -> None:
    """Whatever their case and their quotation marks; a name before those that it begins."""
    names = [f"{keys(deal(title=each), Sort.NAME)[0]}#" for each in (first, second)]
    assert names[0] < names[1]


def test_long_names_are_cut() -> None:
    """A key has to fit beside the id; titles end at two hundred letters, keys sooner."""
    (key,) = keys(deal(title="я" * 200), Sort.NAME)
    assert key == "я" * 60


def test_a_moved_deal_changes_only_the_shelves_of_stages() -> None:
    """What a move costs does not depend on the other lists."""
    before = deal(amount=Money(Decimal(1), "RUB"))
    after = replace(before, stage_id="offer")
    assert len(set(sorted_places(before)) - set(sorted_places(after))) == 4
