"""How often something may be tried."""

from datetime import UTC, datetime, timedelta

from chalicelib.people.service.ports import Counts
from portal.clock import Clock
from portal.errors import TooManyRequestsError
from portal.values import dataclass


@dataclass(frozen=True)
class Limit:
    """So many attempts in each window of time, and what is said of one more."""

    name: str
    attempts: int
    window: timedelta
    refusal: str


@dataclass(frozen=True)
class Limits:
    """Counts attempts; what is counted need not exist."""

    counts: Counts
    clock: Clock

    def count(self, limit: Limit, of: str) -> int:
        """Counts one attempt, and gives the window that it fell into.

        Raises:
            TooManyRequestsError: the window is full.
        """
        seconds = int(limit.window.total_seconds())
        window, elapsed = divmod(int(self.clock().timestamp()), seconds)
        ends_at = datetime.fromtimestamp((window + 1) * seconds, UTC)
        if self.counts.count_attempt(f"{limit.name}#{of}", window, ends_at) > limit.attempts:
            raise TooManyRequestsError(limit.refusal, seconds - elapsed)
        return window

    def forget(self, limit: Limit, of: str, window: int) -> None:
        """Starts the count of a window again."""
        self.counts.forget_attempts(f"{limit.name}#{of}", window)
