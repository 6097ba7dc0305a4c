"""Cards that are saved for one and the same reason: their journals name it, and nobody is called to a card."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.journal import Cause
from chalicelib.crm.service.changes import Change, Listing, Note
from chalicelib.crm.service.ports import Records
from portal.paging import Page, PageRequest
from portal.values import dataclass

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Causing:
    """Reads and saves as the store does; every change has the cause."""

    real: Records
    cause: Cause

    def record(self, kind: type[R], card_id: str) -> R | None:
        """One card."""
        return self.real.record(kind, card_id)

    def records(self, kind: type[R], listing: Listing, request: PageRequest) -> Page[R]:
        """A page of a list."""
        return self.real.records(kind, listing, request)

    def save(self, change: Change[R]) -> R:
        """The card as stored."""
        (saved,) = self.save_together([change])
        return cast("R", saved)

    def save_together(
        self, changes: Sequence[Change[Any]], notes: Iterable[Note] = ()
    ) -> list[Record]:
        """The cards as stored."""
        return self.real.save_together(
            [replace(c, cause=self.cause, entry_event=None) for c in changes], notes
        )
