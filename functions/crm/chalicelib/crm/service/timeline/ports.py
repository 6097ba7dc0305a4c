"""What the timeline needs from outside."""

from collections.abc import Sequence
from typing import Protocol

from chalicelib.crm.model.timeline import Entry, EntryKind
from portal.cards import CardRef
from portal.events import Event
from portal.paging import Page, PageRequest


class Entries(Protocol):
    """The entries on the cards."""

    def page(
        self,
        ref: CardRef,
        contact_id: str | None,
        kind: EntryKind | None,
        request: PageRequest,
        former: Sequence[CardRef] = (),
    ) -> Page[Entry]:
        """The newest entries of a card; with `contact_id` only what the client account of that contact may read.

        What stands on its `former` cards stands on it too. The cost depends on the page alone. Raises `InvalidError` for a cursor of another list.
        """
        ...

    def add(self, ref: CardRef, entry: Entry, event: Event) -> bool:
        """Puts an entry on one card and announces it; False, and nothing done, when it stands there already."""
        ...
