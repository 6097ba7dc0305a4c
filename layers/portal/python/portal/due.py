"""What is due stands in the order of its instant until the very write that does it; each minute a tick looks there.

So a tick misses nothing that an outage, another tick or a slow index left behind, and an empty month costs nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

from portal.errors import ConflictError
from portal.paging import Page, PageRequest

T = TypeVar("T")


class LeftDueError(Exception):
    """Some of what is due could not be done; it stays due, and the next tick tries again."""


def do_each(due: Iterable[T], do: Callable[[T], object]) -> None:
    """Does each, late rather than never, whatever becomes of the others.

    To some of it something else may happen at this moment: if it is still due then, it is still there in a minute.

    Raises:
        LeftDueError: after all the others were tried.
    """
    failures = list[Exception]()
    for each in due:
        try:
            with suppress(ConflictError):
                do(each)
        except Exception as error:  # noqa: BLE001  # one that fails must not keep the others waiting
            failures.append(error)
    if failures:
        raise LeftDueError(f"{len(failures)} of what is due could not be done") from failures[0]


def pages(read: Callable[[PageRequest], Page[T]], limit: int, most: int) -> Iterator[Page[T]]:
    """The first pages of what is due; the last has no next one, unless there is more than a tick does."""
    cursor: str | None = None
    for _ in range(most):
        page = read(PageRequest(limit, cursor))
        yield page
        cursor = page.next
        if cursor is None:
            return
