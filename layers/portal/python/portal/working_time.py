"""When people work, and how long work takes by that clock."""

from collections.abc import Iterator
from dataclasses import field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from portal.values import dataclass

_DAY = timedelta(days=1)
_FURTHEST = 3660
"""For how many days working time is looked for: ten years of holidays are a mistake."""


@dataclass(frozen=True)
class WorkingTime:
    """From `starts` to `ends` by the clocks of `zone`, on those `days` of the week (Monday is 1) that are no holidays."""

    zone: str = "Europe/Moscow"
    days: tuple[int, ...] = (1, 2, 3, 4, 5)
    starts: time = time(9)
    ends: time = time(18)
    holidays: frozenset[date] = field(default_factory=frozenset)

    def after(self, start: datetime, minutes: int) -> datetime:
        """The instant by which that many working minutes will have passed."""
        left, end = timedelta(minutes=minutes), start
        for opens, closes in self._shifts(start):
            begins = max(opens, start)
            end = min(closes, begins + left)
            left -= end - begins
            if not left:
                break
        return end

    def minutes(self, start: datetime, end: datetime) -> int:
        """How many whole working minutes lie between two instants."""
        worked = timedelta()
        for opens, closes in self._shifts(start):
            if opens >= end:
                break
            worked += max(min(closes, end) - max(opens, start), timedelta())
        return int(worked.total_seconds()) // 60

    def _shifts(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The working days from an instant on, those over already left out."""
        zone = ZoneInfo(self.zone)
        day = start.astimezone(zone).date()
        for _ in range(_FURTHEST):
            if day.isoweekday() in self.days and day not in self.holidays:
                opens, closes = (_instant(day, each, zone) for each in (self.starts, self.ends))
                if closes > start:
                    yield opens, closes
            day += _DAY


def _instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    # In UTC, where the hour that a clock skips or repeats is no longer than others.
    return datetime.combine(day, clock, zone).astimezone(UTC)
