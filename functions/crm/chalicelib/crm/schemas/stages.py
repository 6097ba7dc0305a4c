"""The stage log of a deal over HTTP, and the time in each stage."""

from typing import Self

from chalicelib.crm.model.deals import StageMove
from chalicelib.crm.model.stays import MoveCause, Spent, Times
from portal.wire import Instant, Response


class ActorView(Response):
    """Who did something."""

    kind: str
    id: str
    name: str


class StageMoveView(Response):
    """A line of the stage log; `seconds` were spent in the former stage, null for the first line.

    `minutes` of them were worked. `to_name` and `pipeline_name` are what the stage and its pipeline were called
    then; null in lines of an older portal. `cause` says why, when nobody moved this very deal.
    """

    id: str
    pipeline_id: str
    from_stage_id: str | None
    to_stage_id: str
    at: Instant
    actor: ActorView
    reason: str | None
    seconds: int | None
    note: str | None
    from_pipeline_id: str | None
    to_name: str | None
    pipeline_name: str | None
    minutes: int | None
    cause: MoveCause | None

    @classmethod
    def of(cls, move: StageMove) -> Self:
        """The domain's form as it is sent."""
        return cls.model_validate(move)


class StageTimeView(Response):
    """The time of all stays in a stage that are over; `minutes` of it were worked."""

    stage_id: str
    seconds: int
    minutes: int
    stays: int


class StageTimesView(Response):
    """The time in each stage where the deal has been, and that of the present stay; there is never a second page."""

    items: list[StageTimeView]
    next: None = None
    present_seconds: int
    present_minutes: int

    @classmethod
    def of(cls, times: Times, present: Spent) -> Self:
        """The domain's form as it is sent."""
        return cls(
            items=[
                StageTimeView(
                    stage_id=stage_id, seconds=time.seconds, minutes=time.minutes, stays=time.stays
                )
                for stage_id, time in times.items()
            ],
            present_seconds=present.seconds,
            present_minutes=present.minutes,
        )
