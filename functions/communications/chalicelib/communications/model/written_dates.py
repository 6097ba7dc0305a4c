"""Days as people write them, in Russian and in English."""

import re
from collections.abc import Iterator
from datetime import date

from portal.values import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "января янв january jan",
            "февраля фев february feb",
            "марта мар march mar",
            "апреля апр april apr",
            "мая май may",
            "июня июн june jun",
            "июля июл july jul",
            "августа авг august aug",
            "сентября сен сент september sep sept",
            "октября окт october oct",
            "ноября ноя нояб november nov",
            "декабря дек december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\w.,/+])(?:
    (?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)
    |(?P<day1>\d{{1,2}})(?P<sign>[./])(?P<month1>\d{{1,2}})(?:(?P=sign)(?P<year1>20\d\d|\d\d))?(?![./]?\d)
    |(?P<day2>\d{{1,2}})(?:-?(?:го|ое|е)|st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})\b\.?
        (?:,?\s+(?P<year2>20\d\d)(?!\d))?
    |(?P<month3>{_MONTH})\b\.?\s+(?:the\s+)?(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d)
        (?:,?\s+(?P<year3>20\d\d)(?!\d))?
    )(?![\w@])""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTHS_OF_YEAR = 12
_CENTURY = 100


@dataclass(frozen=True)
class WrittenDate:
    """A day in a text, from `start` to `end` of it; without a year where none is written."""

    start: int
    end: int
    day: int
    month: int
    year: int | None = None

    def on_or_after(self, earliest: date) -> date | None:
        """The day itself, or the nearest one from then on when no year is written; None if there is no such day."""
        years = (self.year,) if self.year else (earliest.year, earliest.year + 1)
        days = (_day(year, self.month, self.day) for year in years)
        return next((day for day in days if day and (self.year or day >= earliest)), None)

    def on_or_before(self, latest: date) -> date | None:
        """The day itself, or the nearest one up to then when no year is written; None if there is no such day."""
        years = (self.year,) if self.year else (latest.year, latest.year - 1)
        days = (_day(year, self.month, self.day) for year in years)
        return next((day for day in days if day and day <= latest), None)


def dates_in(text: str) -> Iterator[WrittenDate]:
    """The days that a text names, except those that could mean two, such as 03/04."""
    for match in _DATE.finditer(text):
        if found := _read(match):
            yield found


def _read(match: re.Match[str]) -> WrittenDate | None:
    parts = {name.rstrip("123"): text for name, text in match.groupdict().items() if text}
    written = parts["month"].casefold()
    day, month = int(parts["day"]), _MONTHS.get(written) or int(written)
    if parts.get("sign") == "/":
        if day <= _MONTHS_OF_YEAR and month <= _MONTHS_OF_YEAR and day != month:
            return None
        day, month = (month, day) if month > _MONTHS_OF_YEAR else (day, month)
    year = int(parts["year"]) if "year" in parts else None
    if year is not None and year < _CENTURY:
        year += 20 * _CENTURY
    return WrittenDate(match.start(), match.end(), day, month, year)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
