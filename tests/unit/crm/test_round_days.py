"""On which days the rounds of a contract are due, and at which instants they are opened."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.model.rounds import Schedule

FIRST, LAST = date(2026, 6, 1), date(2027, 3, 1)


def days(schedule: Schedule, most: int) -> list[date]:
    """The days of the next rounds, one after the other."""
    found = []
    for _ in range(most):
        if schedule.next_on:
            found.append(schedule.next_on)
            schedule = schedule.after_round("id")
    return found


def test_the_end_of_a_month_is_kept() -> None:
    """The 31st falls on the last day of a shorter month, and comes back in a longer one."""
    schedule = Schedule("deal", "ТО", 1, date(2028, 1, 31), "id")
    assert days(schedule, 4) == [
        date(2028, 1, 31),
        date(2028, 2, 29),
        date(2028, 3, 31),
        date(2028, 4, 30),
    ]


def test_a_round_opens_in_the_morning_whatever_the_clocks_do() -> None:
    """Before and after the clocks of Berlin change it is nine o'clock there."""
    hours = WorkingHours(zone="Europe/Berlin")
    schedule = Schedule("deal", "ТО", 1, date(2026, 3, 29), "id", ahead=0)
    opened = []
    for _ in range(3):
        at = schedule.opens_at(hours)
        assert at
        opened.append(at)
        schedule = schedule.after_round("id")
    assert [at.astimezone(ZoneInfo("Europe/Berlin")).hour for at in opened] == [9, 9, 9]
    assert len({(later - earlier).seconds for earlier, later in pairwise(opened)}) == 1
    assert opened[0].hour == 7


def test_a_contract_that_ends_knows_how_many_rounds_it_has() -> None:
    """The last day belongs to it; the number stays as rounds are opened."""
    schedule = Schedule("deal", "ТО", 3, FIRST, "id", until=LAST)
    assert (schedule.total, days(schedule, 9)[-1]) == (4, LAST)
    assert schedule.after_round("id").total == schedule.total
    assert replace(schedule, until=None).total is None


def test_days_never_end_where_the_contract_does_not() -> None:
    """They are made as they are asked for, up to a bound."""
    schedule = Schedule("deal", "ТО", 1, date(2026, 1, 1), "id")
    assert len(days(schedule, 1000)) == 600
