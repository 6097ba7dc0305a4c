"""A client who writes before the letter to him has left."""

from dataclasses import replace

from chalicelib.communications.model import Communication, Direction, Status
from chalicelib.communications.service.unsent import UnsentStore
from portal.cards import CardRef
from portal.paging import PageRequest
from portal.values import dataclass

# A card with more letters on their way than this is no card that somebody answers from by hand.
_MOST = 50


@dataclass(frozen=True)
class Holding:
    """Marks planned letters as overtaken, and keeps those that were to go only without an answer."""

    store: UnsentStore

    def hold(self, incoming: Communication, cards: tuple[CardRef, ...]) -> None:
        """Looks at the planned letters of the cards that something came to; the same again changes nothing.

        Raises:
            StaleVersionError: somebody saved one of them meanwhile; to be tried again.
        """
        if incoming.direction is not Direction.INBOUND or incoming.automatic or incoming.bounce:
            return
        for card in cards:
            for letter in self.store.unsent_on(card, PageRequest(_MOST)).items:
                self._mark(letter, incoming)

    def _mark(self, letter: Communication, incoming: Communication) -> None:
        departure = letter.departure
        if letter.status is not Status.WAITING or departure is None or not departure.planned:
            return
        if departure.answered_at or incoming.at <= letter.at:
            return
        overtaken = replace(departure, answered_at=incoming.at)
        status = Status.HELD if departure.unless_answered else Status.WAITING
        self.store.save(replace(letter, departure=overtaken, status=status), letter)
