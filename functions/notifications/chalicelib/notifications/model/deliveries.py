"""Deliveries outside the portal."""

from datetime import datetime
from enum import StrEnum

from portal.values import dataclass


class DeliveryState(StrEnum):
    """How far a delivery has come."""

    SENDING = "sending"
    HELD = "held"
    SENT = "sent"
    REFUSED = "refused"
    SKIPPED = "skipped"

    @property
    def final(self) -> bool:
        """Whether whoever hears of the notification again has nothing left to do: a held one is a digest's."""
        return self is not DeliveryState.SENDING


@dataclass(frozen=True)
class Delivery:
    """One entry of the delivery log: what became of a notification on a channel, and when.

    A held one waits `until` then; with `digest` it went together with others.
    """

    notification_id: str
    channel: str
    state: DeliveryState
    at: datetime
    provider_id: str | None = None
    reason: str | None = None
    until: datetime | None = None
    digest: bool = False


@dataclass(frozen=True)
class DueDigest:
    """The letters held for a person, to go as one at an instant.

    Once the sending begins, `ids` are the notifications that are in it, and once it has ended, `outcome` is what
    became of it: whoever takes over after a crash goes on with the same letter. `count` grows with each that is held.
    """

    person_id: str
    at: datetime
    count: int
    ids: tuple[str, ...] = ()
    begun_at: datetime | None = None
    outcome: DeliveryState | None = None
    provider_id: str | None = None
    reason: str | None = None
