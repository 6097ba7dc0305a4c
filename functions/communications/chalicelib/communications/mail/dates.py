"""Dates as mail programs write them out in a forwarded letter, in Russian and English."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

_MONTHS = {
    start: number
    for number, starts in enumerate(
        (
            "jan янв",
            "feb фев",
            "mar мар",
            "apr апр",
            "may май мая",
            "jun июн",
            "jul июл",
            "aug авг",
            "sep сен",
            "oct окт",
            "nov ноя",
            "dec дек",
        ),
        1,
    )
    for start in starts.split()
}
_LETTERS = 3
_DAY_FIRST = re.compile(r"\b(\d{1,2})\s+([a-zа-я]{3,})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"\b([a-zа-я]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})")
_NUMBERS = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"\b(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?")
_OFFSET = re.compile(r"(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d{2})?\b")
_NOON = 12


def written_out(text: str, zone: tzinfo = UTC) -> datetime | None:
    """The instant of a date in words; one that names no zone was written by a clock in `zone`."""
    line = re.sub(r"[\s\u202f\xa0]+", " ", text.lower())
    day, rest = _day(line)
    time = _TIME.search(rest)
    if day is None or time is None:
        return None
    hour = int(time[1]) % _NOON + (_NOON if time[3] == "pm" else 0) if time[3] else int(time[1])
    try:
        found = datetime(*day, hour, int(time[2]), tzinfo=_zone(rest[time.end() :]) or zone)
        return found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(line: str) -> tuple[tuple[int, int, int] | None, str]:
    """Year, month and day, and what stands around them."""
    if found := _DAY_FIRST.search(line):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := _MONTH_FIRST.search(line):
        day, month, year = int(found[2]), _month(found[1]), int(found[3])
    elif found := _NUMBERS.search(line):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
    elif found := _ISO.search(line):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        return None, line
    rest = f"{line[: found.start()]} {line[found.end() :]}"
    return ((year, month, day) if month else None), rest


def _month(word: str) -> int:
    return _MONTHS.get(word[:_LETTERS], 0)


def _zone(text: str) -> tzinfo | None:
    found = _OFFSET.search(text)
    if found is None:
        return None
    distance = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if distance >= timedelta(days=1):
        return None
    return timezone(-distance if found[1] == "-" else distance)
