"""Rows side by side, without losing their order."""

from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Barrier

from chalicelib.crm.service.importing.parts import HANDS, Crew, leading

BEGINNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


def still() -> datetime:
    return BEGINNING


def test_rows_are_taken_up_to_one_that_has_something_in_common_with_another() -> None:
    """That one waits until what is before it is done."""
    rows = [{"a"}, {"b", "c"}, set[str](), {"d", "c"}, {"e"}]
    assert leading(rows, lambda row: row) == rows[:3]
    assert leading(rows[3:], lambda row: row) == rows[3:]


def test_several_are_at_work_at_once_and_answer_in_order() -> None:
    """Each waits until all hands are at work, which one after the other would never be."""
    together = Barrier(HANDS, timeout=10)

    def do(number: int) -> int:
        together.wait()
        return number * 2

    assert Crew(still).finish(do, range(HANDS)) == [number * 2 for number in range(HANDS)]


def test_what_is_not_begun_in_time_is_left_for_the_next_time() -> None:
    """What is done is done from the beginning, without a gap, and at least one row is."""
    seconds = count(0, 3)

    def clock() -> datetime:
        return BEGINNING + timedelta(seconds=next(seconds))

    done = Crew(clock).begin(str, range(30))
    assert 1 <= len(done) < 6
    assert done == [str(number) for number in range(len(done))]
    slow = iter([BEGINNING, *[BEGINNING + timedelta(hours=1)] * 9])
    assert Crew(lambda: next(slow)).begin(str, range(5)) == ["0"]
