"""When the company works, and how soon by that clock it does what its clients wait for."""

from datetime import time

from portal.values import dataclass
from portal.working_time import WorkingTime


@dataclass(frozen=True)
class WorkingHours(WorkingTime):
    """The working time of the company, and its promises in working minutes.

    A lead is answered within `answer_within` working minutes where that is said. An open deal may be without a next
    step for `step_within` working minutes, a working day if None.
    """

    answer_within: int | None = None
    step_within: int | None = None
    version: int | None = None

    @property
    def step_minutes(self) -> int:
        """How long an open deal may be without a next step."""
        return self.step_within or _minutes_between(self.starts, self.ends)


def _minutes_between(starts: time, ends: time) -> int:
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute
