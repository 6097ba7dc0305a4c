"""What the own fields need from outside."""

from typing import Protocol

from chalicelib.crm.model.fields import FieldBook
from portal.cards import CardKind


class FieldBooks(Protocol):
    """The own fields of all kinds of card."""

    def field_book(self, kind: CardKind) -> FieldBook:
        """The fields of one kind, in one consistent read; none before there was any."""
        ...

    def field_books(self) -> dict[CardKind, FieldBook]:
        """The fields of every kind, in one consistent query."""
        ...

    def save_fields(self, book: FieldBook) -> FieldBook:
        """The fields of a kind as stored; raises `StaleVersionError` after somebody else's save."""
        ...
