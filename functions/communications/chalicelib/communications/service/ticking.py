"""Each minute: letters whose time comes are announced to those who send."""

from datetime import timedelta
from math import ceil

from chalicelib.communications.service.unsent import Departures, UnsentStore
from portal.clock import Clock
from portal.paging import PageRequest
from portal.values import dataclass

PAGE = 100
PAGES_A_TICK = 20
# The next tick comes in a minute, and may be late.
_AHEAD = timedelta(seconds=90)


@dataclass(frozen=True)
class Ticking:
    """Announces what is due soon, to the second; what was announced before does no harm.

    A letter stands in the list of what is due until the very write that sends or stops it, so that nothing that an
    outage left behind is missed, and an empty month costs nothing.
    """

    store: UnsentStore
    departures: Departures
    clock: Clock

    def tick(self) -> int:
        """How many letters were announced: two thousand at most, and the others by the next tick."""
        now, cursor, announced = self.clock(), None, 0
        for _ in range(PAGES_A_TICK):
            page = self.store.due(now + _AHEAD, PageRequest(PAGE, cursor))
            waits = [(one, max(0, ceil((at - now).total_seconds()))) for one, at in page.items]
            self.departures.announce(waits)
            announced, cursor = announced + len(waits), page.next
            if cursor is None:
                break
        return announced
