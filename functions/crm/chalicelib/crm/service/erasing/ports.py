"""What erasing needs from outside."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from chalicelib.crm.model.erasing import Erasure
from chalicelib.crm.model.linking import Link
from portal.cards import CardRef
from portal.events import Event
from portal.paging import Page, PageRequest


class Erasures(Protocol):
    """The erasures, and what the features have answered."""

    def begin(self, erasure: Erasure, event: Event) -> None:
        """Stores a new one; raises `ConflictError` when the card has one already."""
        ...

    def move(self, erasure: Erasure, event: Event) -> None:
        """Stores the next step; raises `StaleVersionError` when it was stored meanwhile."""
        ...

    def finish(self, erasure: Erasure) -> None:
        """Stores that it is done."""
        ...

    def erasure(self, erasure_id: str) -> Erasure | None:
        """One, with all answers."""
        ...

    def erasures(self, request: PageRequest) -> Page[Erasure]:
        """All, the latest first, without the answers."""
        ...

    def note(self, erasure_id: str, feature: str, step: int, erased: int) -> None:
        """Stores an answer; the same once more changes nothing."""
        ...

    def tell_again(self, erasure_id: str, step: int, event_id: str) -> None:
        """Announces a step once more."""
        ...


class Traces(Protocol):
    """What stands beside the cards."""

    def links(self, communication_ids: Iterable[str]) -> Mapping[str, Link]:
        """Where communications stand."""
        ...

    def erase_journal(self, ref: CardRef, names: frozenset[str]) -> None:
        """Takes the values of fields out of a card's journal, with the news that told them."""
        ...

    def forget_absence(self, ref: CardRef) -> None:
        """Takes out what the person's automatic letters told of his absence and of others."""

    def erase_entry(self, ref: CardRef, position: str) -> None:
        """Takes out what an entry of one card says, its clients' copies included."""
        ...

    def erase_link(self, link: Link) -> None:
        """Takes out what the entries of a communication say on all its cards, and who wrote it."""
        ...
