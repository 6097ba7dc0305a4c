"""The service that takes our letters to the world."""

from collections.abc import Sequence
from typing import Protocol

from portal.errors import PortalError


class SendingFailedError(PortalError):
    """The letter surely has not been sent, and the message says why; what is `passing` may go at the next attempt."""

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


class Sender(Protocol):
    """The mail service."""

    def send(self, content: bytes, sender: str, recipients: Sequence[str]) -> tuple[str, ...]:
        """Sends once, and gives the Message-IDs under which the service may show the letter.

        Raises `SendingFailedError` when it surely was not sent, `UnavailableError` when nobody knows.
        """
        ...
