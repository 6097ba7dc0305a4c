"""Quiet hours: when a person is not to be written to, in his own time zone."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from portal.values import dataclass

_DAY = timedelta(days=1)
_MIDNIGHT = time()
# A week of days and the edges within them: the end of any quiet lies behind fewer steps.
_MOST_STEPS = 20


@dataclass(frozen=True)
class Quiet:
    """Each night from `start` to `end`, and the whole of those days that are not worked; Monday is 0.

    Where `start` is `end`, the nights are not quiet. Times are a clock's on the wall, whatever summer time does.
    """

    start: time
    end: time
    working_days: frozenset[int]

    def until(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When the quiet that is now ends, or nothing if it is not quiet."""
        local = now.astimezone(zone)
        end = local
        for step in self._steps(local.replace(tzinfo=None)):
            end = step.replace(tzinfo=zone)
        return None if end == local else end.astimezone(now.tzinfo)

    def _steps(self, local: datetime) -> Iterator[datetime]:
        for _ in range(_MOST_STEPS):
            ends = self._end_of(local)
            if ends is None:
                return
            yield ends
            local = ends

    def _end_of(self, local: datetime) -> datetime | None:
        if local.weekday() not in self.working_days:
            return datetime.combine(local.date() + _DAY, _MIDNIGHT)
        clock = local.time()
        if self.start < self.end and self.start <= clock < self.end:
            return datetime.combine(local, self.end)
        if self.start > self.end and clock >= self.start:
            return datetime.combine(local.date() + _DAY, self.end)
        if self.start > self.end and clock < self.end:
            return datetime.combine(local, self.end)
        return None
