"""What the use cases of letters that have not left need from outside."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.communications.model import Communication
from chalicelib.communications.service.ports import Store
from portal.cards import CardRef
from portal.paging import Page, PageRequest


class UnsentStore(Store, Protocol):
    """The table of communications, with its lists of letters that have not left."""

    def due(self, until: datetime, request: PageRequest) -> Page[tuple[str, datetime]]:
        """The ids of letters that somebody must look at by then, and since when, the earliest first."""
        ...

    def unsent_of(self, person_id: str, request: PageRequest) -> Page[Communication]:
        """Those that a person wrote, the next to leave first."""
        ...

    def unsent_on(self, card: CardRef, request: PageRequest) -> Page[Communication]:
        """Those of a card, the next to leave first."""
        ...


class Departures(Protocol):
    """The queue of letters that leave."""

    def announce(self, letters: Sequence[tuple[str, int]]) -> None:
        """Has each letter of these ids looked at after so many seconds, at least once; or `UnavailableError`."""
