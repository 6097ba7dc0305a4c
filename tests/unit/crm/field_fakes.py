"""Own fields and the files of cards in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chalicelib.crm.model.fields import FieldBook
from chalicelib.crm.model.timeline import Entry, EntryKind
from portal.cards import CardKind, CardRef
from portal.events import Event
from portal.paging import Page, PageRequest


@dataclass
class FieldShelf:
    """The definitions, and the same files on every card."""

    books: dict[CardKind, FieldBook] = field(default_factory=dict)
    files: list[Entry] = field(default_factory=list)

    def field_book(self, kind: CardKind) -> FieldBook:
        return self.books.get(kind, FieldBook(kind))

    def field_books(self) -> dict[CardKind, FieldBook]:
        return {kind: self.field_book(kind) for kind in CardKind}

    def save_fields(self, book: FieldBook) -> FieldBook:
        self.books[book.kind] = replace(book, version=(book.version or 0) + 1)
        return self.books[book.kind]

    def page(
        self,
        ref: CardRef,
        contact_id: str | None,
        kind: EntryKind | None,
        request: PageRequest,
        former: Sequence[CardRef] = (),
    ) -> Page[Entry]:
        return Page(self.files[: request.limit])

    def add(self, ref: CardRef, entry: Entry, event: Event) -> bool:
        raise NotImplementedError
