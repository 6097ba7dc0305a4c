"""The working hours over HTTP."""

from datetime import date, time
from typing import Annotated, Self
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from chalicelib.crm.model.hours import WorkingHours
from portal.wire import Request, Response

_MOST_HOLIDAYS = 400
_MOST_MINUTES = 250 * 8 * 60


def _require_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("Name a zone such as Europe/Moscow.")
    return name


def _in_order(days: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(days)))


Zone = Annotated[str, StringConstraints(max_length=60), AfterValidator(_require_zone)]
Weekday = Annotated[int, Field(ge=1, le=7)]
Weekdays = Annotated[
    tuple[Weekday, ...], Field(min_length=1, max_length=7), AfterValidator(_in_order)
]
Minutes = Annotated[int, Field(ge=1, le=_MOST_MINUTES)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Holidays = Annotated[tuple[date, ...], Field(max_length=_MOST_HOLIDAYS)]


class HoursBody(Request):
    """The working hours as they shall be. `days` are 1 for Monday to 7; what is null is not asked for."""

    zone: Zone
    days: Weekdays
    starts: Clock
    ends: Clock
    holidays: Holidays = ()
    answer_within: Minutes | None = None
    step_within: Minutes | None = None

    @model_validator(mode="after")
    def _require_day(self) -> Self:
        if self.starts >= self.ends:
            raise ValueError("The working day ends after it starts.")
        return self

    def to_hours(self) -> WorkingHours:
        """The domain's form."""
        return WorkingHours(
            zone=self.zone,
            days=self.days,
            starts=time.fromisoformat(self.starts),
            ends=time.fromisoformat(self.ends),
            holidays=frozenset(self.holidays),
            answer_within=self.answer_within,
            step_within=self.step_within,
        )


class HoursView(Response):
    """The working hours."""

    zone: str
    days: list[int]
    starts: str
    ends: str
    holidays: list[date]
    answer_within: int | None
    step_within: int | None

    @classmethod
    def of(cls, hours: WorkingHours) -> Self:
        """The domain's form as it is sent."""
        return cls(
            zone=hours.zone,
            days=list(hours.days),
            starts=hours.starts.isoformat("minutes"),
            ends=hours.ends.isoformat("minutes"),
            holidays=sorted(hours.holidays),
            answer_within=hours.answer_within,
            step_within=hours.step_within,
        )
