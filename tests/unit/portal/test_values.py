"""Frozen dataclasses of ours behave as the standard ones."""

import dataclasses
from dataclasses import FrozenInstanceError, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.values import dataclass

TEXTS = st.tuples(*[st.text(max_size=2)] * 3)


@dataclass(frozen=True)
class Ours:
    name: str
    note: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@dataclasses.dataclass(frozen=True)
class Theirs:
    name: str
    note: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True)
class Nothing:
    pass


@dataclass(frozen=True, order=True)
class Place:
    number: int


@given(TEXTS, TEXTS)
def test_they_are_equal_when_the_standard_ones_are(
    texts: tuple[str, str, str], others: tuple[str, str, str]
) -> None:
    """Of the same class and the same compared fields, hashed alike; what is shown leaves the secret out."""
    one, other = Ours(*texts), Ours(*others)
    assert (one == other) == (Theirs(*texts) == Theirs(*others))
    assert one != other or hash(one) == hash(other)
    assert repr(one) == repr(Theirs(*texts)).replace("Theirs", "Ours")


def test_they_are_values_and_no_others() -> None:
    """Nothing is assigned, a copy differs by what is given, and another class is never equal."""
    value = Ours("a", note="b")
    with pytest.raises(FrozenInstanceError):
        value.name = "c"  # type: ignore[misc]  # what is tried
    assert replace(value, name="c") == Ours("c")
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert Ours("a") != Theirs("a")  # type: ignore[comparison-overlap]  # what is tried


def test_ordered_ones_are_the_standard_ones() -> None:
    """Where an order is asked for, it is there."""
    assert Place(1) < Place(2)
