"""How often something was tried, counted in windows of time that forget themselves."""

from datetime import datetime

from chalicelib.people.store.table import AttemptsItem


class AttemptsTable:
    """One small item a window."""

    def count_attempt(self, what: str, window: int, ends_at: datetime) -> int:
        """Counts one attempt more, and says how many the window has now."""
        item = _attempts(what, window)
        item.update(
            [AttemptsItem.attempts.add(1), AttemptsItem.expires_at.set(int(ends_at.timestamp()))]
        )
        return int(item.attempts)

    def forget_attempts(self, what: str, window: int) -> None:
        """Starts the count of the window again."""
        _attempts(what, window).delete()


def _attempts(what: str, window: int) -> AttemptsItem:
    return AttemptsItem(f"attempts#{what}#{window}", "attempts")
