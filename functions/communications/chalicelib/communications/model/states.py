"""How far a communication has come, and when one of ours leaves."""

from datetime import datetime
from enum import StrEnum

from portal.values import dataclass


class Direction(StrEnum):
    """Who began it."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class State(StrEnum):
    """Whether it stands on a card as decided, waits for a person, or stands on none and waits for nobody."""

    LINKED = "linked"
    UNLINKED = "unlinked"
    ASIDE = "aside"


class Status(StrEnum):
    """How far an outbound one has come."""

    WAITING = "waiting"
    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Departure:
    """When a letter is to leave: `planned` when its author chose the instant himself.

    With `unless_answered` it stays when the client writes earlier; `answered_at` is when he did.
    """

    at: datetime
    planned: bool = False
    unless_answered: bool = False
    answered_at: datetime | None = None
    attempts: int = 0
