"""What the use cases need of the index of cards; `store` provides it, tests have it in memory."""

from collections.abc import Iterable
from typing import Protocol

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.filters import Looked
from chalicelib.crm.model.index import Indexed
from chalicelib.crm.model.tallies import Row
from chalicelib.crm.service.changes import Listing
from portal.cards import CardKind, CardRef


class IndexBook(Protocol):
    """What the index has taken from each card."""

    def indexed(self, ref: CardRef) -> Indexed:
        """What was taken from a card, read consistently; of a new card nothing."""
        ...

    def save(self, ref: CardRef, former: Indexed, wanted: Indexed) -> None:
        """Brings all that stands in the index because of the card from one state to the next, or nothing of it.

        Raises `ConflictError` when the former state is not what stands there, or somebody changes the same rows.
        """
        ...


class WordIndex(Protocol):
    """The cards as the index keeps them by their words."""

    def beginning(
        self,
        kind: CardKind,
        grants: Iterable[str],
        word: str,
        most: int,
        *,
        consistent: bool = False,
    ) -> list[CardRef]:
        """Cards of a kind that the grants show and that have a word which begins so, in one read a grant.

        Of a single letter, cards that have it as a word.
        """
        ...

    def cards(self, refs: Iterable[CardRef]) -> list[Record]:
        """Up to a hundred cards of any kinds, in one read; the missing are left out."""
        ...


class TallyRows(Protocol):
    """The counts that the index keeps of deals."""

    def rows(self, pipeline_id: str, grant: str, owner_id: str | None) -> list[Row]:
        """What a grant shows of a pipeline, of all owners or of one, in one read."""
        ...

    def look(self, listing: Listing, most: int) -> Looked:
        """What answers a listing with conditions, among so many entries where the index has fewest that can."""
        ...

    def look_in_order(self, listing: Listing, most: int) -> Looked:
        """What answers among so many of the newest."""
        ...
