"""Conditions on the facets of cards, and the shelves from which they are answered."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.crm.index_fakes import Floor

from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.facets import MOST_OWN_SHELVES, facets_of
from chalicelib.crm.model.filters import Ask, Condition, narrowest
from chalicelib.crm.model.index import Indexed, Pointer
from portal.ids import new_id
from portal.money import Money

RED, BLUE = new_id(), new_id()
OWN = {
    "c": RED,
    "m": [RED, BLUE],
    "n": "12.5",
    "d": "2026-03-01",
    "y": True,
    "t": "Ёлка и шар",
    "p": "+74955551234",
}


def deal(**values: Any) -> Deal:
    """A deal with a value in an own field of each sort."""
    return replace(Floor().open("ivan", own=OWN), **values)


def own(name: str, test: Ask, *values: str, **bounds: Any) -> Condition:
    return Condition(f"own.{name}", test, values, **bounds)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (own("c", Ask.ONE_OF, BLUE, RED), True),
        (own("c", Ask.ONE_OF, BLUE), False),
        (own("m", Ask.ONE_OF, BLUE), True),
        (own("y", Ask.ONE_OF, "yes"), True),
        (own("y", Ask.ONE_OF, "no"), False),
        (own("n", Ask.RANGE, low=Decimal(9), high=Decimal("12.5")), True),
        (own("n", Ask.RANGE, low=Decimal(13)), False),
        (own("t", Ask.RANGE, low=Decimal(1)), False),
        (own("d", Ask.RANGE, low="2026-03-01", high="2026-03-01"), True),
        (own("d", Ask.RANGE, high="2026-02-28"), False),
        (own("t", Ask.WORDS, "шар", "елк"), True),
        (own("t", Ask.WORDS, "шарик"), False),
        (own("p", Ask.WORDS, "7", "495", "555", "12", "34"), True),
        (own("p", Ask.WORDS, "8", "495", "555"), True),
        (own("p", Ask.WORDS, "555", "12"), True),
        (own("p", Ask.WORDS, "555", "13"), False),
        (own("p", Ask.WORDS, "сто"), False),
        (own("z", Ask.EMPTY), True),
        (own("c", Ask.EMPTY), False),
        (own("c", Ask.FILLED), True),
        (own("z", Ask.FILLED), False),
        (own("z", Ask.ONE_OF, RED), False),
        (Condition("amount", Ask.RANGE, low=Decimal(0)), False),
        (Condition("owner", Ask.ONE_OF, ("anna", "ivan")), True),
    ],
)
def test_a_condition_admits_what_it_says(condition: Condition, *, expected: bool) -> None:
    """An absent value answers to nothing but that it is absent."""
    assert condition.admits(facets_of(deal())) is expected


def test_amounts_are_compared_as_numbers() -> None:
    """Nine roubles are less than ten."""
    nine = facets_of(deal(amount=Money(Decimal("9.00"), "RUB")))
    assert not Condition("amount", Ask.RANGE, low=Decimal(10)).admits(nine)
    assert Condition("amount", Ask.RANGE, high=Decimal(10)).admits(nine)


def test_the_narrowest_condition_is_asked_first() -> None:
    """Texts and ranges have no shelf of their own."""
    stage = Condition("stage", Ask.ONE_OF, ("s",))
    colour, text = own("c", Ask.ONE_OF, RED), own("t", Ask.ONE_OF, "Ёлка")
    assert narrowest([stage, colour]) is colour
    assert narrowest([stage, text]) is stage
    assert narrowest([text, own("n", Ask.RANGE, low=Decimal(1))]) is None


def test_a_card_stands_on_few_shelves_however_many_fields_it_has() -> None:
    """Fifty lists with thirty values each would make an index larger than all cards."""
    many = {str(number): [new_id() for _ in range(30)] for number in range(50)}
    pointers = Indexed.of(deal(own=many)).pointers
    assert sum("own." in pointer.shelf for pointer in pointers) <= MOST_OWN_SHELVES * 4


shelves = st.frozensets(
    st.builds(
        Pointer,
        st.sampled_from("ab"),
        st.sampled_from(("words", "faceted#a", "passing#a")),
        st.text(max_size=3),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(shelves, st.sampled_from("xy"), st.sampled_from("pq"), st.integers(0, 4)),
        min_size=1,
        max_size=5,
    )
)
def test_every_shelf_tells_the_facets_of_now(
    journeys: list[tuple[frozenset[Pointer], str, str, int]],
) -> None:
    """Whatever was left half done before, and though the card went back to what it was."""
    told: dict[Pointer, object] = {}
    state = Indexed()
    for wanted, facet, passes, done in [*journeys, (*journeys[-1][:3], 99)]:
        goal = Indexed(1, None, wanted, {"is": facet}, {"passes": passes})
        for number, step in enumerate(state.towards(goal, 2, 3)):
            if number < done:
                told |= {pointer: step.told(pointer) for pointer in step.put}
                told = {p: facets for p, facets in told.items() if p not in step.removed}
                state = replace(step.state, version=(step.state.version or 0) + 1)
    assert told.keys() == journeys[-1][0]
    facets, passing = {"is": journeys[-1][1]}, {"passes": journeys[-1][2]}
    for pointer, beside in told.items():
        assert beside == (
            facets | passing if pointer.passing else facets if pointer.faceted else None
        )


def test_a_change_that_no_list_asks_for_moves_one_pointer_a_grant() -> None:
    """Wherever else the card stands, nothing is written: its last change is told on a shelf of its own."""
    before = deal()
    after = replace(before, description="Перезвонить", updated_at=before.updated_at + timedelta(1))
    (step,) = Indexed.of(before).towards(Indexed.of(after), 99, 99)
    assert len(step.put) == len(step.removed) == len(before.staff_audience)
