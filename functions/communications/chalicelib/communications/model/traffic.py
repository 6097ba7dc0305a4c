"""How often letters come to a mailbox, and when their silence is a sign that something broke.

Only the company's working time counts, so that neither a weekend nor a holiday alarms anybody.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from portal.values import dataclass
from portal.working_time import WorkingTime

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


def traffic_of(arrivals: Sequence[datetime], now: datetime, hours: WorkingTime) -> Traffic:
    """What the latest letters tell, the newest first; many at one moment are no sign of haste."""
    if not arrivals:
        return Traffic()
    silent = working_hours(arrivals[0], now, hours)
    if len(arrivals) < _ENOUGH:
        return Traffic(silent_hours=silent)
    pairs = zip(arrivals[1:], arrivals, strict=False)
    gaps = [working_hours(earlier, later, hours) for earlier, later in pairs]
    usual = sum(gaps) / len(gaps)
    alarm = max(_LEAST_HOURS, usual * _TIMES_USUAL, max(gaps) * _TIMES_LONGEST)
    return Traffic(usual, alarm, silent)


def working_hours(start: datetime, end: datetime, hours: WorkingTime) -> float:
    """The working hours between two instants, of sixty days at most."""
    return hours.minutes(max(start, end - _LOOK_BACK), end) / 60
