"""The cards as they would be: a dry run saves here, and everything that reads sees it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any, TypeVar, cast

from chalicelib.crm.model.cards import Card, Record
from chalicelib.crm.model.contacts import Contact, Identity
from chalicelib.crm.service.changes import Change, IdentityTakenError, Listing, Note
from chalicelib.crm.service.ports import Cards, Records
from portal.cards import CardRef
from portal.paging import Page, PageRequest

R = TypeVar("R", bound=Record)


@dataclass
class Rehearsal:
    """Reads what is stored unless it would have been changed; writes nothing."""

    real: Records
    real_cards: Cards
    changed: dict[CardRef, Record] = field(default_factory=dict)
    holders: dict[Identity, str] = field(default_factory=dict)
    saving: Lock = field(default_factory=Lock)

    def card(self, ref: CardRef) -> Card | None:
        """One card."""
        record = self.changed.get(ref)
        return record.to_card() if record else self.real_cards.card(ref)

    def cards(self, refs: Iterable[CardRef]) -> dict[CardRef, Card]:
        """Cards by their references; the missing are left out."""
        wanted = list(refs)
        new = {ref: self.changed[ref].to_card() for ref in wanted if ref in self.changed}
        rest = [ref for ref in wanted if ref not in new]
        return {**(self.real_cards.cards(rest) if rest else {}), **new}

    def contact_by_identity(self, kind: str, value: str) -> str | None:
        """The id of the contact that has, or would have, the identity."""
        holder = self.holders.get(Identity(kind, value))
        return holder or self.real_cards.contact_by_identity(kind, value)

    def open_deals_of_contact(self, contact_id: str, limit: int) -> list[Card]:
        """The stored ones: no rehearsal asks for others."""
        return self.real_cards.open_deals_of_contact(contact_id, limit)

    def record(self, kind: type[R], card_id: str) -> R | None:
        """One card."""
        record = self.changed.get(CardRef(kind.kind, card_id))
        return cast("R", record) if record else self.real.record(kind, card_id)

    def records(self, kind: type[R], listing: Listing, request: PageRequest) -> Page[R]:
        """The stored ones: no rehearsal asks for others."""
        return self.real.records(kind, listing, request)

    def save(self, change: Change[R]) -> R:
        """The card as it would be stored."""
        (saved,) = self.save_together([change])
        return cast("R", saved)

    def save_together(
        self, changes: Sequence[Change[Any]], notes: Iterable[Note] = ()
    ) -> list[Record]:
        """The cards as they would be stored."""
        del notes
        saved: list[Record] = [
            replace(change.after, version=(change.after.version or 0) + 1) for change in changes
        ]
        with self.saving:
            for change in changes:
                self._take_identities(change)
            self.changed |= {record.ref: record for record in saved}
        return saved

    def _take_identities(self, change: Change[Any]) -> None:
        after, before = change.after, change.before
        if not isinstance(after, Contact):
            return
        former = before.identities if isinstance(before, Contact) else frozenset()
        new = after.identities - former
        for identity in sorted(new):
            holder = self.contact_by_identity(identity.kind, identity.value)
            if holder not in {None, after.id}:
                raise IdentityTakenError(identity)
        self.holders |= dict.fromkeys(new, after.id)
