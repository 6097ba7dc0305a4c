"""Each minute: letters whose time comes are announced to those who send."""

from datetime import timedelta
from functools import partial
from math import ceil

from chalicelib.communications.service.unsent import Departures, UnsentStore
from portal.clock import Clock
from portal.due import pages
from portal.values import dataclass

PAGE = 100
PAGES_A_TICK = 20
# The next tick comes in a minute, and may be late.
_AHEAD = timedelta(seconds=90)


@dataclass(frozen=True)
class Ticking:
    """Announces what is due soon, to the second; what was announced before does no harm."""

    store: UnsentStore
    departures: Departures
    clock: Clock

    def tick(self) -> int:
        """How many letters were announced: two thousand at most, and the others by the next tick."""
        now, announced = self.clock(), 0
        due = partial(self.store.due, now + _AHEAD)
        for page in pages(due, PAGE, PAGES_A_TICK):
            waits = [(one, max(0, ceil((at - now).total_seconds()))) for one, at in page.items]
            self.departures.announce(waits)
            announced += len(waits)
        return announced
