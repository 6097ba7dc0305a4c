"""The company's working time in memory."""

from portal.working_time import WorkingTime


class MemoryHours:
    """The later of two revisions stands."""

    def __init__(self) -> None:
        self.time, self.revision = WorkingTime(), 0

    def working_time(self) -> WorkingTime:
        return self.time

    def keep_working_time(self, time: WorkingTime, revision: int) -> None:
        if revision > self.revision:
            self.time, self.revision = time, revision
