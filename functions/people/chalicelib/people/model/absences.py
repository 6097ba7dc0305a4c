"""That an employee is away, as he says himself."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from portal.errors import InvalidError
from portal.values import dataclass

_LONGEST = timedelta(days=400)


@dataclass(frozen=True)
class StandIn:
    """The colleague to turn to meanwhile, named as he was called then."""

    id: str
    name: str
    email: str


@dataclass(frozen=True)
class Absence:
    """An employee's absence with its first and last day, by his own `zone`.

    `text` is what whoever writes to him is answered, in his own words; without it, it is the usual one.
    An absence that is changed keeps its `id`: who was answered already is not answered again.
    """

    id: str
    person_id: str
    person_name: str
    since: date
    until: date
    text: str
    stand_in: StandIn | None
    set_at: datetime
    zone: str = "Europe/Moscow"
    language: str = "ru"

    def lasts(self, now: datetime) -> bool:
        """Whether it is not over yet, or not even begun, by the clock of whoever is away."""
        return self.until >= now.astimezone(ZoneInfo(self.zone)).date()

    def in_place_of(self, before: "Absence | None") -> "Absence":
        """The same as the change of an absence that it overlaps."""
        same = before and before.since <= self.until and self.since <= before.until
        return replace(self, id=before.id) if before and same else self


def require_days(since: date, until: date, today: date) -> None:
    """Lets the days of an absence pass.

    Raises:
        InvalidError: they are in the wrong order, over already, or more than a year.
    """
    if until < since:
        raise InvalidError.at("/until", "The last day comes before the first one.")
    if until < today:
        raise InvalidError.at("/until", "The last day has passed. Choose one that is ahead.")
    if until - since > _LONGEST:
        raise InvalidError.at("/until", "Choose days within a year.")
