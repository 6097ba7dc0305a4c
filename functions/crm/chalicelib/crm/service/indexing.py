"""The index of cards: what lists, search and the head of a board need, derived from the cards themselves.

It follows crm's own announcements. Each is only a hint to look: the card is read as it stands now and compared with
what the index last took from it, so that repetitions, another order and crashes change nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.index import Indexed
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.ports import IndexBook, Records
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError

_KINDS: dict[CardKind, type[Record]] = {kind.kind: kind for kind in (Contact, Company, Lead, Deal)}
_ATTEMPTS = 8


@dataclass(frozen=True)
class Indexing:
    """Brings the index to what the cards say; `pause` waits a little before the attempt of that number."""

    records: Records
    book: IndexBook
    pause: Callable[[int], None]

    def follow(self, ref: CardRef) -> None:
        """Indexes one card as it is now.

        Raises:
            ConflictError: others went on changing the same rows.
        """
        for attempt in range(1, _ATTEMPTS):
            try:
                return self._follow(ref)
            except ConflictError:
                self.pause(attempt)
        return self._follow(ref)

    def _follow(self, ref: CardRef) -> None:
        # In this order: an index that was read after the card could already be of a later state of it.
        former = self.book.indexed(ref)
        record = self.records.record(_KINDS[ref.kind], ref.id)
        if record is None:
            return
        wanted = Indexed.of(record)
        if not former.says(wanted):
            self.book.save(ref, former, wanted)
