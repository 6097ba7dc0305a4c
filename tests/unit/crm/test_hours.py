"""Working time: what a clock on the wall of the company says."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from chalicelib.crm.model.hours import WorkingHours

MOSCOW = WorkingHours()
BERLIN = WorkingHours(zone="Europe/Berlin")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        # Within a day; Moscow is three hours ahead.
        ("2026-03-02 07:00", 120, "2026-03-02 09:00"),
        # Up to the very end of the day, and one minute over it.
        ("2026-03-02 13:00", 120, "2026-03-02 15:00"),
        ("2026-03-02 13:00", 121, "2026-03-03 06:01"),
        # Before the morning, after the evening, over a weekend.
        ("2026-03-02 02:00", 60, "2026-03-02 07:00"),
        ("2026-03-02 19:00", 60, "2026-03-03 07:00"),
        ("2026-03-06 14:00", 120, "2026-03-09 07:00"),
        ("2026-03-07 10:00", 30, "2026-03-09 06:30"),
        # Two whole days.
        ("2026-03-02 06:00", 1080, "2026-03-03 15:00"),
    ],
)
def test_the_instant_after_some_working_minutes(start: str, minutes: int, end: str) -> None:
    """Nights and weekends do not count."""
    assert MOSCOW.after(utc(start), minutes) == utc(end)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-03-02 07:00", "2026-03-02 09:10", 130),
        ("2026-03-06 14:00", "2026-03-09 06:30", 90),
        ("2026-03-07 10:00", "2026-03-08 10:00", 0),
        ("2026-03-02 09:00", "2026-03-02 09:00", 0),
        ("2026-03-02 09:00", "2026-03-02 08:00", 0),
    ],
)
def test_the_working_minutes_between_two_instants(start: str, end: str, minutes: int) -> None:
    """An answer at night took no working time; one before the question took none at all."""
    assert MOSCOW.minutes(utc(start), utc(end)) == minutes


def test_the_clocks_that_change_change_no_working_day() -> None:
    """On the Sundays of 2026 when Berlin's clocks change, the Mondays after begin an hour apart in UTC."""
    assert BERLIN.after(utc("2026-03-27 16:30"), 60) == utc("2026-03-30 07:30")
    assert BERLIN.after(utc("2026-10-23 15:30"), 60) == utc("2026-10-26 08:30")


def test_a_night_whose_clocks_change_has_the_hours_that_it_has() -> None:
    """A shift from midnight to four on the night of the change is three hours long in spring, five in autumn."""
    nights = replace(BERLIN, days=(7,), starts=time(0), ends=time(4))
    assert nights.minutes(utc("2026-03-28 20:00"), utc("2026-03-29 12:00")) == 3 * 60
    assert nights.minutes(utc("2026-10-24 20:00"), utc("2026-10-25 12:00")) == 5 * 60


def test_nobody_works_on_holidays() -> None:
    """The ninth of March 2026 is one in Russia, so that Friday's letter waits for Tuesday."""
    hours = replace(MOSCOW, holidays=frozenset({date(2026, 3, 9)}))
    assert hours.after(utc("2026-03-06 14:30"), 60) == utc("2026-03-10 06:30")


def test_a_working_day_without_a_next_step_unless_the_company_says_otherwise() -> None:
    """The day is as long as the hours are."""
    assert MOSCOW.step_minutes == 9 * 60
    assert replace(MOSCOW, step_within=30).step_minutes == 30
