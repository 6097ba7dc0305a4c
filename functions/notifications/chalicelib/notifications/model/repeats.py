"""Reminders that come again: the rules of RFC 5545, by the clock on a person's wall."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import (  # type: ignore[import-untyped]  # it comes without types
    rrule,
    rrulestr,
)

from portal.errors import InvalidError
from portal.values import dataclass

_FURTHEST = timedelta(days=5 * 366)
# Every day of five years; whoever slept longer begins anew.
_MOST_STEPS = 2000
_DAYS = "(?:MO|TU|WE|TH|FR|SA|SU)"
_NUMBERS = r"-?[1-9]\d?(?:,-?[1-9]\d?)*"
_PARTS = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,2}",
    "BYDAY": rf"(?:[+-]?[1-5])?{_DAYS}(?:,(?:[+-]?[1-5])?{_DAYS})*",
    "BYMONTHDAY": _NUMBERS,
    "BYMONTH": _NUMBERS,
    "BYSETPOS": _NUMBERS,
    "WKST": _DAYS,
    "COUNT": r"[1-9]\d{0,3}",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
}
_REFUSAL = "This repetition cannot be understood. Choose another."


@dataclass(frozen=True)
class Repeat:
    """How a reminder comes again.

    `wall` is its next instant as the clock on the wall shows it in `zone`, whatever summer time does; `rule` says
    what follows it, `left` how often it still comes, that one included, and `until` the last day on which it may.
    """

    rule: str
    zone: str
    wall: datetime
    left: int | None = None
    until: date | None = None

    @property
    def at(self) -> datetime:
        """The next instant."""
        return self._instant(self.wall)

    @property
    def text(self) -> str:
        """The whole rule, with its end."""
        count = [f"COUNT={self.left}"] if self.left else []
        until = [f"UNTIL={self.until:%Y%m%d}"] if self.until else []
        return ";".join([self.rule, *count, *until])

    def after(self, now: datetime) -> "Repeat | None":
        """What follows the next instant and is not past, if anything does: of what was missed, one is told."""
        for step, wall in enumerate(self._following(), start=1):
            left = self.left - step if self.left else None
            if left == 0 or (self.until and wall.date() > self.until):
                return None
            if self._instant(wall) > now:
                return replace(self, wall=wall, left=left)
        return None

    def _following(self) -> Iterator[datetime]:
        return islice(_occurrences(self.rule, self.wall).xafter(self.wall), _MOST_STEPS)

    def _instant(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


def repeat_from(text: str, zone: str, at: datetime) -> Repeat:
    """The repetition that a rule means, from its first instant that is not before `at`.

    Raises:
        InvalidError: the rule or the zone says nothing here, or never comes.
    """
    parts = _parts(text)
    try:
        wall = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, microsecond=0)
    except (ValueError, OSError, ZoneInfoNotFoundError) as error:
        raise InvalidError.at("/repeat/time_zone", "There is no such time zone.") from error
    rule = ";".join(f"{name}={value}" for name, value in parts.items() if name not in _ENDS)
    try:
        first = _occurrences(rule, wall).after(wall, inc=True)
        until = datetime.strptime(parts["UNTIL"][:8], "%Y%m%d").date() if "UNTIL" in parts else None  # noqa: DTZ007  # a day has no zone
    except ValueError as error:
        raise _refusal() from error
    if first is None or (until and first.date() > until):
        raise InvalidError.at("/repeat/rule", "This never comes. Choose another repetition.")
    return Repeat(rule, zone, first, int(parts["COUNT"]) if "COUNT" in parts else None, until)


_ENDS = ("COUNT", "UNTIL")


def _parts(text: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in text.removeprefix("RRULE:").split(";")]
    parts = {name: value for name, _, value in pairs}
    known = all(
        name in _PARTS and re.fullmatch(_PARTS[name], value) for name, value in parts.items()
    )
    if not known or "FREQ" not in parts or len(parts) < len(pairs):
        raise _refusal()
    return parts


def _occurrences(rule: str, wall: datetime) -> rrule:
    found = rrulestr(rule, dtstart=wall)
    # A rule may never come: it must not be looked for until the end of time.
    return found.replace(until=wall + _FURTHEST)


def _refusal() -> InvalidError:
    return InvalidError.at("/repeat/rule", _REFUSAL)
