"""The index of cards: beside each card ``index``, what stands elsewhere because of it."""

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, VersionAttribute

from chalicelib.crm.model.index import Indexed, Pointer, grouped
from chalicelib.crm.model.tallies import Tallied
from chalicelib.crm.store import pointers, tallies
from chalicelib.crm.store.mapping import card_key
from chalicelib.crm.store.table import TABLE
from portal.cards import CardRef
from portal.dynamo import Writes, read
from portal.errors import StaleVersionError

_INDEX = "index"
# https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html: a hundred, with the note.
_MOST_BESIDE = 99


class IndexedItem(TABLE):
    """``<kind>#<id>`` / ``index``: what the index has taken from the card."""

    card_version = NumberAttribute()
    tallied = JSONAttribute(null=True)
    pointers = JSONAttribute()
    facets = JSONAttribute(null=True)
    passing = JSONAttribute(null=True)
    pulse_version = NumberAttribute(null=True)
    version = VersionAttribute()


class IndexStore:
    """The index in the table."""

    def indexed(self, ref: CardRef) -> Indexed:
        """What was taken from a card, read consistently; of a new card nothing."""
        item = read(IndexedItem, *_key(ref), consistent=True)
        return _to_indexed(item) if item else Indexed()

    def save(self, ref: CardRef, former: Indexed, wanted: Indexed) -> None:
        """Brings the index of one card from what it was to what is wanted.

        All but the largest cards are done in one transaction; each of several leaves a note of how far it came.
        """
        beside = tallies.added(former.tallied, wanted.tallied)
        for step in former.towards(wanted, _MOST_BESIDE - len(beside), _MOST_BESIDE):
            writes = Writes().put(_to_item(ref, step.state), otherwise=StaleVersionError())
            writes.extend(beside).extend(pointers.moved(ref, step)).commit()
            beside = Writes()


def _key(ref: CardRef) -> tuple[str, str]:
    return card_key(ref)[0], _INDEX


def _to_item(ref: CardRef, indexed: Indexed) -> IndexedItem:
    values: dict[str, Any] = {
        "card_version": indexed.card_version,
        "pointers": grouped(indexed.pointers),
        "facets": indexed.facets,
        "passing": indexed.passing,
        "pulse_version": indexed.pulse_version,
    }
    if indexed.version is not None:
        values["version"] = indexed.version
    if indexed.tallied:
        values["tallied"] = asdict(indexed.tallied) | {"grants": sorted(indexed.tallied.grants)}
    return IndexedItem(*_key(ref), **values)


def _to_indexed(item: IndexedItem) -> Indexed:
    tallied = item.tallied
    return Indexed(
        card_version=int(item.card_version),
        tallied=Tallied(**tallied | {"grants": frozenset(tallied["grants"])}) if tallied else None,
        pointers=frozenset(
            Pointer(grant, shelf, key)
            for grants, shelves in item.pointers or ()
            for grant in grants
            for shelf, keys in shelves.items()
            for key in keys
        ),
        facets=item.facets,
        passing=item.passing,
        pulse_version=None if item.pulse_version is None else int(item.pulse_version),
        version=item.version,
    )
