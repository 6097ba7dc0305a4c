"""The cards themselves: one transaction writes a card, its identities, its pointers, and its journal."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast

from chalicelib.crm.model.cards import Card, Record
from chalicelib.crm.model.contacts import Identity
from chalicelib.crm.model.merging import answering
from chalicelib.crm.model.pulse import Pulse
from chalicelib.crm.service.changes import Change, Listing, Note, Removal
from chalicelib.crm.store import guards, identities, listings, stages
from chalicelib.crm.store.items import CardItem, IdentityItem
from chalicelib.crm.store.journal import add_change
from chalicelib.crm.store.mapping import card_key, item_class, to_card, to_item, to_record
from chalicelib.crm.store.pulses import PulseStore
from chalicelib.crm.store.timeline import add_entry
from portal.cards import CardKind, CardRef
from portal.dynamo import Writes, read, read_many
from portal.errors import ConflictError, StaleVersionError
from portal.paging import Page, PageRequest

R = TypeVar("R", bound=Record)

# https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
_MOST_WRITES = 100


class CardStore:
    """Cards of all kinds in the table."""

    def card(self, ref: CardRef) -> Card | None:
        """One card, read consistently."""
        item = read(CardItem, *card_key(ref), consistent=True)
        return answering({ref: to_card(item)}, _consistent)[ref] if item else None

    def cards(self, refs: Iterable[CardRef]) -> dict[CardRef, Card]:
        """Up to a hundred cards in one call; the missing are left out."""
        items = read_many(CardItem, map(card_key, refs))
        return answering({card.ref: card for card in map(to_card, items.values())}, _consistent)

    def contact_by_identity(self, kind: str, value: str) -> str | None:
        """The id of the contact that has the identity."""
        item = read(IdentityItem, *identities.key_of(Identity(kind, value)), consistent=True)
        return item.contact_id if item else None

    def open_deals_of_contact(self, contact_id: str, limit: int) -> list[Card]:
        """The newest open deals of a contact."""
        refs = [CardRef(CardKind.DEAL, i) for i in listings.open_deals(contact_id, limit)]
        found = read_many(CardItem, map(card_key, refs), consistent=True)
        return [to_card(found[key]) for key in map(card_key, refs) if key in found]

    def record(self, kind: type[R], card_id: str) -> R | None:
        """One card of a kind with all its fields, read consistently."""
        key = card_key(CardRef(kind.kind, card_id))
        item = read(item_class(kind.kind), *key, consistent=True)
        return _as(kind, item) if item else None

    def records(self, kind: type[R], listing: Listing, request: PageRequest) -> Page[R]:
        """A page of a list of cards; one that vanished meanwhile is left out."""
        page = listings.page(listing, request)
        keys = [card_key(CardRef(kind.kind, card_id)) for card_id in page.items]
        items = read_many(item_class(kind.kind), keys)
        found = [_as(kind, items[key]) for key in keys if key in items]
        return Page(_waiting(listing, found), page.next)

    def save(self, change: Change[R]) -> R:
        """The card as stored, with everything that follows from the change, or nothing at all."""
        (saved,) = self.save_together([change])
        return cast("R", saved)

    def save_together(
        self, changes: Sequence[Change[Any]], notes: Iterable[Note] = ()
    ) -> list[Record]:
        """The cards as stored, in their order, or nothing at all."""
        writes, items = Writes(), []
        for change in changes:
            items.append(to_item(change.after))
            writes.put(items[-1], otherwise=StaleVersionError()).extend(writes_beside(change))
        writes.extend(identities.passed(changes))
        for note in notes:
            add_entry(writes, note.ref, note.entry)
        if len(writes) > _MOST_WRITES:
            raise ConflictError("This is too much for one step. Change fewer values at a time.")
        writes.commit()
        return [to_record(item) for item in items]

    def remove(self, removal: Removal[Any]) -> None:
        """Removes a card with all that leads to it; its journal tells of it."""
        record = removal.record
        item = to_item(record)
        as_read = CardItem.version == record.version
        writes = Writes().delete(item, as_read, otherwise=StaleVersionError())
        writes.extend(identities.freed(record)).extend(listings.moved(record, None))
        add_change(writes, Change(record, record, removal.event, cause=removal.cause))
        writes.commit()


def writes_beside(change: Change[R]) -> Writes:
    """Everything that is written together with the card itself."""
    writes = listings.moved(change.before, change.after)
    add_change(writes, change)
    if change.move:
        writes.extend(guards.entering(change.move))
        item = stages.to_item(change.move)
        writes.put(item.announce(change.move_event) if change.move_event else item)
    if change.entry:
        add_entry(writes, change.after.ref, change.entry, change.entry_event)
    return writes


def _consistent(refs: Iterable[CardRef]) -> dict[CardRef, Card]:
    items = read_many(CardItem, map(card_key, refs), consistent=True)
    return {card.ref: card for card in map(to_card, items.values())}


def _waiting(listing: Listing, records: list[R]) -> list[R]:
    """Those that wait for what is asked; the index may be a moment behind, or not have told."""
    if not listing.of_pulse:
        return records
    pulses = PulseStore().pulses(record.ref for record in records)
    return [r for r in records if listing.awaits(r, pulses.get(r.ref, Pulse(r.ref)))]


def _as(kind: type[R], item: CardItem) -> R:
    record = to_record(item)
    assert isinstance(record, kind)  # noqa: S101  # the key says the kind
    return record
