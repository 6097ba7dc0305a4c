"""Rows side by side: as many at a time as have nothing to do with each other, so that the order of a file holds."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import takewhile
from typing import TypeVar

from portal.clock import Clock
from portal.values import dataclass

HANDS, MOST = 8, 50
"""A row waits for AWS nearly all of its time; more of them at once than the connections of one client would wait for these."""

_TIME = timedelta(seconds=10)

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Crew:
    """Some hands at one work; the clock tells them when what is done is to be noted."""

    clock: Clock

    def begin(self, do: Callable[[T], U], items: Sequence[T]) -> list[U]:
        """What became of the first of the items, in their order: of those, and at least one, that were begun in time."""
        until = self.clock() + _TIME

        def begun(place: tuple[int, T]) -> tuple[U] | None:
            number, item = place
            return (do(item),) if number == 0 or self.clock() < until else None

        done = takewhile(bool, _by_hands(begun, list(enumerate(items))))
        return [each[0] for each in done if each]

    def finish(self, do: Callable[[T], U], items: Sequence[T]) -> list[U]:
        """What became of all the items, in their order."""
        return _by_hands(do, items)


def leading(items: Iterable[T], marks: Callable[[T], Iterable[Hashable]]) -> list[T]:
    """The first of the items, before one that has a mark in common with one of them."""
    part, seen = list[T](), set[Hashable]()
    for item in items:
        own = set(marks(item))
        if own & seen:
            break
        part.append(item)
        seen |= own
    return part


def _by_hands(do: Callable[[T], U], items: Sequence[T]) -> list[U]:
    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(do, items))
