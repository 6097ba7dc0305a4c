"""Reading all letters of a mailbox again: the work of a queue, a page at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from chalicelib.communications.model import (
    Arrival,
    Communication,
    Mailbox,
    Outcome,
    State,
    is_arrival,
)
from chalicelib.communications.model.replays import Replay, ReplayState, Unread
from chalicelib.communications.service.replays import ReplayStore, keep
from chalicelib.communications.service.retrying import Rereading
from portal.clock import Clock
from portal.errors import NotFoundError
from portal.ids import Ids, first_id
from portal.paging import Page, PageRequest
from portal.principals import OWNER_GRANT
from portal.values import dataclass

COUNTED_AT_ONCE, READ_AT_ONCE = 500, 10
_LISTS = (None, *State)
"""What is walked through: the list of what came, then those in which letters of before it are."""
_GONE = "This letter is no longer kept."


class Letters(Protocol):
    """Mailboxes and letters in the table."""

    def mailboxes(self) -> list[Mailbox]:
        """All of them."""
        ...

    def communication(self, communication_id: str) -> Communication | None:
        """One record, read consistently."""
        ...

    def communications(
        self, state: State, grants: Iterable[str], request: PageRequest
    ) -> Page[Communication]:
        """The records that any of the grants may see, newest first."""
        ...

    def arrivals(
        self, address: str, request: PageRequest, since: str | None = None
    ) -> Page[Arrival]:
        """What came to a mailbox, the newest first; with `since` not what is older than that id."""
        ...


@dataclass(frozen=True)
class Replaying:
    """The queue's part: one page, and the word that another waits."""

    store: ReplayStore
    letters: Letters
    rereading: Rereading
    clock: Clock
    ids: Ids

    def go_on(self, mailbox_id: str, replay_id: str, step: int) -> None:
        """Does one piece of work; one that was done, or that nobody wants any more, changes nothing.

        Raises:
            StaleVersionError: somebody changed a letter or stopped it all at this moment; to be tried again.
        """
        last = self.store.replay(mailbox_id)
        if last is None or (last.id, last.step) != (replay_id, step) or not last.runs:
            return
        box = next((one for one in self.letters.mailboxes() if one.id == mailbox_id), None)
        after = self._done(last, box) if box else replace(last, state=ReplayState.DONE)
        keep(self.store, replace(after, step=step + 1), self.ids(), self.clock())

    def _done(self, replay: Replay, box: Mailbox) -> Replay:
        if replay.state is ReplayState.COUNTING:
            page = self._came(replay, box, COUNTED_AT_ONCE)
            return replay.counted(len(page.items), page.next)
        state = _LISTS[replay.walk]
        if state is not None:
            return self._read_uncounted(replay, box, state)
        page = self._came(replay, box, READ_AT_ONCE)
        return self._read(replay, page.items).onward(page.next, len(_LISTS))

    def _came(self, replay: Replay, box: Mailbox, limit: int) -> Page[str]:
        request = PageRequest(limit, replay.cursor)
        page = self.letters.arrivals(box.address, request, first_id(replay.since))
        # What was left out by a rule has no record.
        kept = [one for one in page.items if one.outcome is not Outcome.SKIPPED]
        return Page([one.communication_id for one in kept], page.next)

    def _read_uncounted(self, replay: Replay, box: Mailbox, state: State) -> Replay:
        """Letters from before there was a list of what came are put into it."""
        request, since = PageRequest(READ_AT_ONCE, replay.cursor), first_id(replay.since)
        page = self.letters.communications(state, box.readers | {OWNER_GRANT}, request)
        fresh = [one for one in page.items if one.id >= since]
        own = [one for one in fresh if is_arrival(one) and box.address in one.mailboxes]
        missed = self.store.uncounted(box.address, own) if own else []
        after = self._read(replay.found(len(missed)), [one.id for one in missed])
        for one in missed:
            self._count(one.id)
        return after.onward(page.next if len(fresh) == len(page.items) else None, len(_LISTS))

    def _count(self, communication_id: str) -> None:
        if record := self.letters.communication(communication_id):
            self.store.count(record)

    def _read(self, replay: Replay, ids: Sequence[str]) -> Replay:
        problems = [(one, self._problem_of(one)) for one in ids]
        unread = tuple(Unread(one, problem) for one, problem in problems if problem)
        return replay.read(len(ids), unread)

    def _problem_of(self, communication_id: str) -> str | None:
        record = self.letters.communication(communication_id)
        if record is None or record.erased:
            return None
        try:
            return self.rereading.again(record).problem
        except NotFoundError:
            return _GONE
