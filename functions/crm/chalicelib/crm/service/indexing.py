"""The index of cards: what lists, search and the head of a board need, derived from the cards themselves.

It follows crm's own announcements. Each is only a hint to look: the card is read as it stands now and compared with
what the index last took from it, so that repetitions, another order and crashes change nothing.
"""

from collections.abc import Callable
from dataclasses import replace

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.index import Indexed
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.model.pulse import FOLLOWED, Pulse
from chalicelib.crm.service.changes import Listing
from chalicelib.crm.service.index import IndexBook
from chalicelib.crm.service.ports import Records
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError
from portal.paging import PageRequest
from portal.principals import OWNER_GRANT
from portal.values import dataclass

_KINDS: dict[CardKind, type[Record]] = {kind.kind: kind for kind in (Contact, Company, Lead, Deal)}
_ATTEMPTS = 8
_PAGE = 25


@dataclass(frozen=True)
class Progress:
    """How far a rebuilding has come: cards of `kind` up to `cursor`, `cards` of them on the last page."""

    kind: CardKind = CardKind.CONTACT
    cursor: str | None = None
    cards: int = 0


@dataclass(frozen=True)
class Indexing:
    """Brings the index to what the cards say, and their pulses; `pause` waits before the attempt of that number."""

    records: Records
    book: IndexBook
    pulse: Callable[[CardRef], Pulse]
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

    def rebuild(self, progress: Progress, also: Callable[[CardRef], None]) -> Progress | None:
        """Indexes the next cards of all that there are, kind after kind, after what else is to be done with each.

        None after the last.

        Each is only brought to what it says, so that this may be repeated, and done while people work.

        Raises:
            ConflictError: as in `follow`.
            InvalidError: the cursor is of no list.
        """
        everything = Listing(progress.kind, frozenset({OWNER_GRANT}))
        request = PageRequest(_PAGE, progress.cursor)
        page = self.records.records(_KINDS[progress.kind], everything, request)
        for record in page.items:
            also(record.ref)
            self.follow(record.ref)
        done = replace(progress, cursor=page.next, cards=len(page.items))
        return done if page.next else _after(done)

    def _follow(self, ref: CardRef) -> None:
        # In this order: an index that was read after the card could already be of a later state of it.
        former = self.book.indexed(ref)
        record = self.records.record(_KINDS[ref.kind], ref.id)
        # A card that was removed leaves nothing behind.
        pulse = self.pulse(ref) if ref.kind in FOLLOWED else None
        wanted = Indexed.of(record, pulse) if record else Indexed()
        if not former.says(wanted):
            self.book.save(ref, former, wanted)


def _after(done: Progress) -> Progress | None:
    kinds = list(_KINDS)
    following = kinds[kinds.index(done.kind) + 1 :]
    return replace(done, kind=following[0]) if following else None
