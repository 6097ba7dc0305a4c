"""How each mailbox fares: what came, what became of it, and whether it is silent for too long."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from chalicelib.communications.events import MailboxSilent
from chalicelib.communications.model import (
    NO_MAILBOX,
    Arrival,
    Communication,
    Mailbox,
    Tally,
    Traffic,
    tally_of,
    traffic_of,
)
from portal.clock import Clock
from portal.events import Event
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass
from portal.working_time import WorkingTime

MOST_COUNTED = 500
_LATEST = 30


class HealthStore(Protocol):
    """What the table tells of what came."""

    def mailboxes(self) -> list[Mailbox]:
        """All of them."""
        ...

    def arrivals(
        self, address: str, request: PageRequest, since: str | None = None
    ) -> Page[Arrival]:
        """What came to a mailbox, the newest first; with `since` not what is older than that id."""
        ...

    def failed(self, request: PageRequest) -> Page[Communication]:
        """The letters that could not be read, the newest first."""
        ...

    def keep_silence(self, mailbox_id: str, since: datetime, event: Event) -> bool:
        """Whether this silence was not told of before; then it is from now on."""
        ...


class HoursBook(Protocol):
    """When the company works."""

    def working_time(self) -> WorkingTime:
        """As told last, or the usual hours."""
        ...

    def keep_working_time(self, time: WorkingTime, revision: int) -> None:
        """Stores it, unless the same or something later is known."""


@dataclass(frozen=True)
class MailboxHealth:
    """One mailbox, or none: where letters are that came to no mailbox. Counted since `since`."""

    mailbox: Mailbox | None
    tally: Tally
    traffic: Traffic
    last_at: datetime | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class Health:
    """Looking after the mailboxes."""

    store: HealthStore
    hours: HoursBook
    clock: Clock
    ids: Ids

    def all(self) -> list[MailboxHealth]:
        """Every mailbox that takes letters, by address, and what came to none when something did."""
        boxes = sorted(self._open(), key=lambda box: box.address)
        hours = self.hours.working_time()
        found = [self._of(box, box.address, hours) for box in boxes]
        lost = self._of(None, NO_MAILBOX, hours)
        return [*found, lost] if lost.tally.counted else found

    def failed(self, caller: Principal, request: PageRequest) -> Page[Communication]:
        """The letters that could not be read and that the caller may see."""
        page = self.store.failed(request)
        return Page([one for one in page.items if caller.may_see(one.audience)], page.next)

    def listen(self) -> None:
        """Tells owners once of each mailbox that is silent for longer than is usual."""
        now, hours = self.clock(), self.hours.working_time()
        for box in self._open():
            times = _times(self.store.arrivals(box.address, PageRequest(_LATEST)).items)
            traffic = traffic_of(times, now, hours)
            if traffic.is_silent:
                news = MailboxSilent(box, times[0], traffic).to_event(self.ids(), now)
                self.store.keep_silence(box.id, times[0], news)

    def _open(self) -> Iterable[Mailbox]:
        return (box for box in self.store.mailboxes() if not box.closed)

    def _of(self, box: Mailbox | None, address: str, hours: WorkingTime) -> MailboxHealth:
        found = self.store.arrivals(address, PageRequest(MOST_COUNTED)).items
        times = _times(found)
        return MailboxHealth(
            mailbox=box,
            tally=tally_of(found),
            traffic=traffic_of(times[:_LATEST], self.clock(), hours) if box else Traffic(),
            last_at=times[0] if times else None,
            since=times[-1] if times else None,
        )


def _times(arrivals: Iterable[Arrival]) -> list[datetime]:
    return [one.at for one in arrivals]
