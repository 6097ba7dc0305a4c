"""Letters that the portal writes by itself."""

from portal.errors import PortalError
from portal.values import dataclass


class RefusedError(PortalError):
    """The letter can never be sent as it is: the address or the content is refused for good."""


@dataclass(frozen=True)
class Letter:
    """A letter to one person, plain or with the same in HTML beside it.

    A letter that is sent again because nobody knows whether it went has the same `message_id` (RFC 5322, 3.6.4).
    """

    message_id: str
    to: str
    subject: str
    text: str
    html: str | None = None
