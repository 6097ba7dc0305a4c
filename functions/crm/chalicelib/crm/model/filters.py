"""Filters: conditions on the facets of cards, all of which have to hold."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from chalicelib.crm.model.facets import Facets, names_a_shelf, shelved
from chalicelib.crm.model.passing import PASSING
from chalicelib.crm.model.words import says
from portal.values import dataclass

Bound = str | Decimal | None


class Ask(StrEnum):
    """What is asked of a facet."""

    ONE_OF = "one_of"
    RANGE = "range"
    WORDS = "words"
    EMPTY = "empty"
    FILLED = "filled"


@dataclass(frozen=True)
class Condition:
    """A facet by its name, and what it has to be.

    `values` are those of which it is one, or the words of which each begins one of its own. A range holds both its
    ends, either of which may be left open: texts in their order, or numbers.
    """

    facet: str
    test: Ask
    values: tuple[str, ...] = ()
    low: Bound = None
    high: Bound = None

    def admits(self, facets: Facets) -> bool:
        """Whether a card with these facets answers."""
        value = facets.get(self.facet)
        if self.test is Ask.EMPTY or value is None:
            return self.test is Ask.EMPTY and value is None
        if self.test is Ask.RANGE:
            return self._spans(value)
        if self.test is Ask.WORDS:
            return says(" ".join(_each(value)), self.values)
        return self.test is Ask.FILLED or not set(_each(value)).isdisjoint(self.values)

    @property
    def shelves(self) -> tuple[str, ...]:
        """The values of whose shelves one has each card that answers; none where there are no such shelves."""
        if self.test is not Ask.ONE_OF or not shelved(self.facet):
            return ()
        own = "." in self.facet
        return self.values if not own or all(map(names_a_shelf, self.values)) else ()

    @property
    def passing(self) -> bool:
        """Whether it is asked of what passes, which only few shelves tell."""
        return self.facet in PASSING

    def _spans(self, value: Any) -> bool:  # noqa: ANN401  # each facet has its own
        if isinstance(self.low, Decimal) or isinstance(self.high, Decimal):
            number = _number(value)
            return number is not None and _within(number, self.low, self.high)
        return _within(str(value), self.low, self.high)


@dataclass(frozen=True)
class Looked:
    """The facets of the cards that answer, and whether there are others beyond those that were looked at."""

    facets: Sequence[Facets]
    more: bool


def admit(conditions: Iterable[Condition], facets: Facets) -> bool:
    """Whether all of the conditions hold."""
    return all(condition.admits(facets) for condition in conditions)


def narrowest(conditions: Iterable[Condition]) -> Condition | None:
    """Of the conditions that have shelves the one whose are probably the shortest, by what it asks of."""
    usable = [condition for condition in conditions if condition.shelves]
    return min(usable, key=lambda each: _RANKS.get(each.facet, 1), default=None)


# A company has few deals, a person more, a stage more still; own fields stand between the first two.
_RANKS = {"company": 0, "owner": 2, "stage": 3, "status": 4, "pipeline": 5}


def _within(value: Any, low: Any, high: Any) -> bool:  # noqa: ANN401  # numbers, or texts
    return (low is None or low <= value) and (high is None or value <= high)


def _number(value: Any) -> Decimal | None:  # noqa: ANN401  # each facet has its own
    """A facet as a number; the values of a field whose type has changed may be none."""
    try:
        return Decimal(value)
    except (ArithmeticError, TypeError, ValueError):
        return None


def _each(value: Any) -> list[str]:  # noqa: ANN401  # one text or several
    return value if isinstance(value, list) else [str(value)]
