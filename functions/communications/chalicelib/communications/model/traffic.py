"""How often letters come to a mailbox, and when their silence is a sign that something broke.

Only working time counts, so that a weekend alarms nobody.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta, timezone

from portal.values import dataclass

# The company's hours; letters at night shorten no day.
_ZONE = timezone(timedelta(hours=3))
_OPENS, _CLOSES = time(9), time(18)
_WEEKEND = 5
_LOOK_BACK = timedelta(days=60)
_ENOUGH = 8
_LEAST_HOURS = 3.0
_TIMES_USUAL, _TIMES_LONGEST = 4.0, 1.5


@dataclass(frozen=True)
class Traffic:
    """What is usual at a mailbox, in working hours; None of what too few letters tell."""

    usual_hours: float | None = None
    alarm_after_hours: float | None = None
    silent_hours: float | None = None

    @property
    def is_silent(self) -> bool:
        """Whether nothing has come for longer than ever is usual."""
        if self.alarm_after_hours is None or self.silent_hours is None:
            return False
        return self.silent_hours > self.alarm_after_hours


def traffic_of(arrivals: Sequence[datetime], now: datetime) -> Traffic:
    """What the latest letters tell, the newest first; many at one moment are no sign of haste."""
    if not arrivals:
        return Traffic()
    silent = working_hours(arrivals[0], now)
    if len(arrivals) < _ENOUGH:
        return Traffic(silent_hours=silent)
    pairs = zip(arrivals[1:], arrivals, strict=False)
    gaps = [working_hours(earlier, later) for earlier, later in pairs]
    usual = sum(gaps) / len(gaps)
    alarm = max(_LEAST_HOURS, usual * _TIMES_USUAL, max(gaps) * _TIMES_LONGEST)
    return Traffic(usual, alarm, silent)


def working_hours(start: datetime, end: datetime) -> float:
    """The working hours between two instants, of sixty days at most."""
    start, end = max(start, end - _LOOK_BACK).astimezone(_ZONE), end.astimezone(_ZONE)
    day, hours = start.date(), 0.0
    while day <= end.date():
        if day.weekday() < _WEEKEND:
            opens = max(start, datetime.combine(day, _OPENS, _ZONE))
            closes = min(end, datetime.combine(day, _CLOSES, _ZONE))
            hours += max(0.0, (closes - opens).total_seconds() / 3600)
        day += timedelta(days=1)
    return hours
