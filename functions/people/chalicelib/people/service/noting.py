"""Remembering what touched the ways in of a person."""

from chalicelib.people.events import SecurityNoted
from chalicelib.people.model import SecurityKind, SecurityNote
from chalicelib.people.service.books import SecurityBook
from portal.clock import Clock
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class Noting:
    """Keeps notes; the letter that a note makes necessary follows from its event."""

    book: SecurityBook
    clock: Clock
    ids: Ids

    def note(self, person_id: str, kind: SecurityKind, actor: Actor, detail: str = "") -> None:
        """Keeps one note."""
        note = SecurityNote(self.ids(), person_id, kind, self.clock(), actor, detail)
        self.book.note(note, SecurityNoted(note).to_event(self.ids()))

    def page(self, person_id: str, request: PageRequest) -> Page[SecurityNote]:
        """The notes on a person, the latest first."""
        return self.book.notes(person_id, request)
