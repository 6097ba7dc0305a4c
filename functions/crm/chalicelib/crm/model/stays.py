"""How long deals stand in their stages."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from chalicelib.crm.model.hours import WorkingHours
from portal.values import dataclass


class MoveCause(StrEnum):
    """Why a deal was moved, when nobody moved that deal."""

    STAGE_REMOVED = "stage_removed"
    PIPELINE_REMOVED = "pipeline_removed"


@dataclass(frozen=True)
class Spent:
    """The time of all stays in a stage that are over; `minutes` are those of work."""

    seconds: int = 0
    minutes: int = 0
    stays: int = 0

    @classmethod
    def between(cls, since: datetime, until: datetime, hours: WorkingHours) -> "Spent":
        """The time of one stay."""
        seconds = int((until - since).total_seconds())
        return cls(seconds, hours.minutes(since, until), 1)

    def __add__(self, other: "Spent") -> "Spent":
        """The time of both."""
        return Spent(
            self.seconds + other.seconds,
            self.minutes + other.minutes,
            self.stays + other.stays,
        )


Times = Mapping[str, Spent]
"""The time spent in each stage by its id."""


def with_stay(times: Times, stage_id: str, stay: Spent) -> Times:
    """The times with one stay more."""
    return {**times, stage_id: times.get(stage_id, Spent()) + stay}
