"""Deliveries outside the portal."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DeliveryState(StrEnum):
    """How far a delivery has come."""

    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    SKIPPED = "skipped"

    @property
    def final(self) -> bool:
        """Whether nothing more will be tried."""
        return self is not DeliveryState.SENDING


@dataclass(frozen=True)
class Delivery:
    """One entry of the delivery log: what became of a notification on a channel, and when."""

    notification_id: str
    channel: str
    state: DeliveryState
    at: datetime
    provider_id: str | None = None
    reason: str | None = None
