"""Deliveries outside the portal."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from portal.errors import PortalError


class RefusedError(PortalError):
    """The letter can never be sent as it is: the address or the content is refused for good."""


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


@dataclass(frozen=True)
class Letter:
    """A plain letter to one person. The same notification always has the same `message_id` (RFC 5322, 3.6.4)."""

    message_id: str
    to: str
    subject: str
    text: str
