"""Letters that the company's rules did not record."""

from datetime import datetime

from portal.values import dataclass


@dataclass(frozen=True)
class Skipped:
    """Of its words the portal keeps none: only when it came, to which mailboxes, by what it was left, and where it lies.

    `rule` is the name of the rule; None when its sender is never recorded.
    """

    id: str
    at: datetime
    raw_key: str
    mailboxes: tuple[str, ...]
    rule: str | None
