"""The rounds of service contracts over HTTP."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from chalicelib.crm.model.rounds import Plan, Round, RoundState, Schedule
from chalicelib.crm.service.rounds import Act
from portal.wire import Id, Instant, Line, Request, Response

_MOST_MONTHS = 60
_MOST_DAYS = 365
_FIRST_DAY = date(2000, 1, 1)
_LAST_DAY = date(2200, 1, 1)

Months = Annotated[int, Field(ge=1, le=_MOST_MONTHS)]
Days = Annotated[int, Field(ge=0, le=_MOST_DAYS)]
Day = Annotated[date, Field(ge=_FIRST_DAY, le=_LAST_DAY)]


class PlanBody(Request):
    """A round each so many `months`, the next one on the day `next_on`, none after `until`.

    The deal of a round is called by the `title` and its number; it is opened `ahead` days before its day, at the
    beginning of the pipeline, or else of the contract's own.
    """

    title: Line
    months: Months
    next_on: Day
    until: Day | None = None
    ahead: Days = 14
    pipeline_id: Id | None = None

    def to_plan(self) -> Plan:
        """The domain's form."""
        return Plan(self.title, self.months, self.next_on, self.until, self.ahead, self.pipeline_id)

    @model_validator(mode="after")
    def _require_order(self) -> Self:
        if self.until and self.until < self.next_on:
            raise ValueError("The contract ends after its next round.")
        return self


class ActBody(Request):
    """What is done with a schedule."""

    act: Act


class ScheduleView(Response):
    """The schedule of a contract: `number` rounds were opened or skipped of `total`, null where it has no end."""

    title: str
    months: int
    until: date | None
    ahead: int
    pipeline_id: str | None
    state: RoundState
    number: int
    total: int | None
    next_on: date | None
    last_skipped: bool


class RoundsView(Response):
    """The schedule of a deal, if it has one."""

    schedule: ScheduleView | None

    @classmethod
    def of(cls, schedule: Schedule | None) -> Self:
        """The domain's form as it is sent."""
        return cls(schedule=ScheduleView.model_validate(schedule) if schedule else None)


class RoundView(Response):
    """A round that was opened as a deal, or skipped."""

    number: int
    due_on: date
    at: Instant
    deal_id: str | None

    @classmethod
    def of(cls, round_: Round) -> Self:
        """The domain's form as it is sent."""
        return cls.model_validate(round_)
