"""What is due is done, whatever becomes of some of it."""

import pytest

from portal.due import LeftDueError, do_each, pages
from portal.errors import ConflictError
from portal.paging import Page, PageRequest


def test_each_is_done_whatever_becomes_of_the_others() -> None:
    """What is busy is left for the next tick, and what fails is told of after all were tried."""
    done = list[str]()
    trouble = {"busy": ConflictError("Try again."), "broken": OSError("no")}

    def do(what: str) -> None:
        if what in trouble:
            raise trouble[what]
        done.append(what)

    do_each(["first", "busy", "second"], do)
    with pytest.raises(LeftDueError) as caught:
        do_each(["broken", "third"], do)
    assert caught.value.__cause__ is trouble["broken"]
    assert done == ["first", "second", "third"]


@pytest.mark.parametrize(("most", "read"), [(2, [[1, 2], [3, 4]]), (9, [[1, 2], [3, 4], [5]])])
def test_no_more_pages_are_read_than_there_are_or_a_tick_does(
    most: int, read: list[list[int]]
) -> None:
    """Each begins where the one before ended."""

    def page(request: PageRequest) -> Page[int]:
        begin = int(request.cursor or 0)
        end = begin + request.limit
        return Page([1, 2, 3, 4, 5][begin:end], str(end) if end < 5 else None)

    assert [each.items for each in pages(page, 2, most)] == read
