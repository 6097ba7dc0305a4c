"""Reading the letters of a whole mailbox again, a page after the other."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from portal.principals import Actor
from portal.values import dataclass

MOST_NAMED = 50


class ReplayState(StrEnum):
    """How far it is; before it reads it counts how much there is to read."""

    COUNTING = "counting"
    READING = "reading"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Unread:
    """A letter that could not be read again, and why."""

    communication_id: str
    problem: str


@dataclass(frozen=True)
class Replay:
    """The letters that came to a mailbox since an instant: `done` of `total`, of which `failed` could not be read.

    It walks through the lists of the table in their order, of which `walk` is the present one and `cursor` the place
    in it. `step` tells its pieces of work from each other. `unread` are the first that could not be read.
    """

    id: str
    mailbox_id: str
    since: datetime
    started_at: datetime
    started_by: Actor
    state: ReplayState = ReplayState.COUNTING
    total: int = 0
    done: int = 0
    failed: int = 0
    unread: tuple[Unread, ...] = ()
    walk: int = 0
    cursor: str | None = None
    step: int = 0
    version: int | None = None

    @property
    def runs(self) -> bool:
        """Whether there is something left to be done."""
        return self.state in {ReplayState.COUNTING, ReplayState.READING}

    def counted(self, letters: int, cursor: str | None) -> "Replay":
        """So many letters more are to be read; without a cursor they are all."""
        state = ReplayState.COUNTING if cursor else ReplayState.READING
        return replace(self, total=self.total + letters, state=state, cursor=cursor)

    def found(self, letters: int) -> "Replay":
        """So many letters more, of which nobody knew when they were counted."""
        return replace(self, total=self.total + letters)

    def read(self, letters: int, unread: tuple[Unread, ...]) -> "Replay":
        """So many letters are done with, and these of them could not be read."""
        named = (*self.unread, *unread)[:MOST_NAMED]
        done, failed = self.done + letters, self.failed + len(unread)
        return replace(self, done=done, failed=failed, unread=named)

    def onward(self, cursor: str | None, lists: int) -> "Replay":
        """At the next place: in the same list, in the next one, or at the end of the last of so many."""
        if cursor:
            return replace(self, cursor=cursor)
        if self.walk + 1 < lists:
            return replace(self, walk=self.walk + 1, cursor=None)
        return replace(self, state=ReplayState.DONE, cursor=None)
