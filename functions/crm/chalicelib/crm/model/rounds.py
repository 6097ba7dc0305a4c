"""The maintenance rounds of a service contract: when each is due, and how many there are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.relativedelta import (  # type: ignore[import-untyped]  # it comes without types
    relativedelta,
)

from chalicelib.crm.model.hours import WorkingHours
from portal.errors import ConflictError
from portal.values import dataclass

MOST_ROUNDS = 600
"""As many as a contract may have: fifty years of months."""


class RoundState(StrEnum):
    """Whether rounds are opened."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True)
class Plan:
    """What a person says of a schedule: a round each so many `months`, the next one `next_on`, none after `until`.

    The deal of a round is called by the `title`; it is opened `ahead` days before its day.
    """

    title: str
    months: int
    next_on: date
    until: date | None = None
    ahead: int = 14
    pipeline_id: str | None = None


@dataclass(frozen=True)
class Schedule:
    """The rounds of the contract `deal_id`.

    The days are counted from the `anchor`, so that the 31st of January is followed by the 28th of February and the
    31st of March: the next one is `steps` periods after it. `number` rounds were opened or skipped. The deal of the
    next one will have the id `next_id`, whoever opens it and however often he tries.
    """

    deal_id: str
    title: str
    months: int
    anchor: date
    next_id: str
    until: date | None = None
    ahead: int = 14
    pipeline_id: str | None = None
    state: RoundState = RoundState.ACTIVE
    steps: int = 0
    number: int = 0
    last_skipped: bool = False
    version: int | None = None

    def planned(self, plan: Plan) -> "Schedule":
        """As a person wants it; the rounds there were stay."""
        return replace(
            self,
            title=plan.title,
            months=plan.months,
            anchor=plan.next_on,
            steps=0,
            until=plan.until,
            ahead=plan.ahead,
            pipeline_id=plan.pipeline_id,
            last_skipped=False,
        ).settled()

    @property
    def next_on(self) -> date | None:
        """The day of the next round, if there is one."""
        return next(self._days(), None) if self.state is not RoundState.ENDED else None

    @property
    def total(self) -> int | None:
        """How many rounds there are in all, if the contract ends."""
        if self.until is None:
            return None
        return self.number + sum(1 for _ in self._days())

    def opens_at(self, hours: WorkingHours) -> datetime | None:
        """When the deal of the next round is opened: in the morning of a day so many days before."""
        if self.state is not RoundState.ACTIVE or self.next_on is None:
            return None
        day = self.next_on - timedelta(days=self.ahead)
        return datetime.combine(day, hours.starts, ZoneInfo(hours.zone)).astimezone(UTC)

    def after_round(self, next_id: str, *, skipped: bool = False) -> "Schedule":
        """The next round was opened, or is left out."""
        counted = replace(self, steps=self.steps + 1, number=self.number + 1, next_id=next_id)
        return replace(counted, last_skipped=skipped).settled()

    def before_skip(self) -> "Schedule":
        """The round that was left out last comes after all.

        Raises:
            ConflictError: the last round was not left out.
        """
        if not self.last_skipped or self.steps == 0:
            raise ConflictError("The last round was not skipped. Nothing is taken back.")
        former = replace(self, steps=self.steps - 1, number=self.number - 1, last_skipped=False)
        return replace(former, state=RoundState.ACTIVE) if self.ended else former

    def paused(self) -> "Schedule":
        """No rounds are opened for the time being."""
        return self if self.ended else replace(self, state=RoundState.PAUSED)

    def finished(self) -> "Schedule":
        """No rounds are opened any more."""
        return replace(self, state=RoundState.ENDED)

    def resumed(self, today: date) -> "Schedule":
        """Rounds are opened again; those whose days have passed meanwhile are no more.

        Raises:
            ConflictError: no day is left before the contract ends.
        """
        passed = sum(1 for _ in takewhile(lambda day: day < today, self._days()))
        after = replace(self, state=RoundState.ACTIVE, steps=self.steps + passed).settled()
        if after.ended:
            raise ConflictError("The contract has ended. Give it a later last day first.")
        return after

    @property
    def ended(self) -> bool:
        """Whether no round is to come any more."""
        return self.state is RoundState.ENDED

    def settled(self) -> "Schedule":
        """Ended, where no day is left."""
        return self if next(self._days(), None) else self.finished()

    def _days(self) -> Iterator[date]:
        """The days of the rounds to come, whatever the state."""
        for step in range(self.steps, MOST_ROUNDS):
            day = self.anchor + relativedelta(months=self.months * step)
            if self.until and day > self.until:
                return
            yield day


@dataclass(frozen=True)
class Round:
    """A round that was opened as a deal, or left out."""

    number: int
    due_on: date
    at: datetime
    deal_id: str | None = None
