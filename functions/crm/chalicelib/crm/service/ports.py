"""What the use cases need from outside; `store` and `employees` provide it, tests have it in memory."""

from collections.abc import Iterable
from typing import Protocol

from chalicelib.crm.model.cards import Card, Owner
from portal.cards import CardRef


class Cards(Protocol):
    """Finding cards, whoever asks; the use case decides who may see them."""

    def card(self, ref: CardRef) -> Card | None:
        """One card, read consistently."""
        ...

    def cards(self, refs: Iterable[CardRef]) -> dict[CardRef, Card]:
        """Up to a hundred cards in one call; the missing are left out."""
        ...

    def contact_by_identity(self, kind: str, value: str) -> str | None:
        """The id of the contact that has the identity, in one read.

        `kind` is ``email`` (case-folded), ``phone`` (E.164) or a messenger's name such as ``telegram``.
        """
        ...

    def open_deals_of_contact(self, contact_id: str, limit: int) -> list[Card]:
        """The newest open deals of a contact, at most `limit` of them, read consistently."""
        ...


class Employees(Protocol):
    """The company's people, asked on behalf of the caller."""

    def find(self, authorization: str, employee_id: str) -> Owner | None:
        """An employee who can sign in, or None."""
        ...
