"""What stands beside the cards of a person: his journal, and what timelines and links say of him."""

from collections.abc import Iterable, Mapping
from typing import Any

from pynamodb.attributes import JSONAttribute

from chalicelib.crm.model.erasing import ERASED_NAME
from chalicelib.crm.model.linking import Link
from chalicelib.crm.model.timeline import Mark
from chalicelib.crm.store import absences
from chalicelib.crm.store.entries import EntryItem
from chalicelib.crm.store.journal import Journal
from chalicelib.crm.store.links import LinkStore, link_key, places_of
from chalicelib.crm.store.table import TABLE
from chalicelib.crm.store.timeline import partitions_of
from portal.cards import CardRef
from portal.dynamo import Writes, read_many

_AT_ONCE = 25
_OURS = frozenset({"employee", "system"})


class _Traced(TABLE):
    """A link without its version: erasing is no decision upon it."""

    actor = JSONAttribute(null=True)
    history = JSONAttribute(null=True)


class TraceStore:
    """Takes out what is said of a person, and leaves that something was there."""

    def links(self, communication_ids: Iterable[str]) -> Mapping[str, Link]:
        """Where communications stand."""
        return LinkStore().links(communication_ids)

    def erase_journal(self, ref: CardRef, names: frozenset[str]) -> None:
        """Takes the values of fields out of a card's journal."""
        Journal().erase(ref, names)

    def forget_absence(self, ref: CardRef) -> None:
        """Takes out what the person's automatic letters told."""
        absences.forget(ref.id)

    def erase_entry(self, ref: CardRef, position: str) -> None:
        """Takes out what an entry of one card says."""
        of_party = partitions_of(ref, [ref.id], for_all=False)
        everywhere = {*of_party, *partitions_of(ref, (), for_all=True)}
        _erase_entries((partition, position) for partition in everywhere)

    def erase_link(self, link: Link) -> None:
        """Takes out what the entries of a communication say, and then who wrote it."""
        _erase_entries(places_of(link))
        key = link_key(link.communication_id)
        (found,) = read_many(_Traced, [key], consistent=True).values()
        history = [move | {"actor": _nameless(move["actor"])} for move in found.history or ()]
        _Traced(*key).update(
            [
                TABLE.event.remove(),
                _Traced.actor.set(_nameless(found.actor)),
                _Traced.history.set(history),
            ]
        )


def _erase_entries(keys: Iterable[tuple[str, str]]) -> None:
    items = list(read_many(EntryItem, keys, consistent=True).values())
    for start in range(0, len(items), _AT_ONCE):
        writes = Writes()
        for item in items[start : start + _AT_ONCE]:
            writes.put(_erased(item))
        writes.commit()


def _erased(item: EntryItem) -> EntryItem:
    item.summary, item.text, item.note, item.event = "", None, None, None
    item.mark, item.actor = str(Mark.ERASED), _nameless(item.actor)
    return item


def _nameless(actor: dict[str, Any]) -> dict[str, Any]:
    """Our own people keep their names; a guest is known by his address, which goes too."""
    if actor["kind"] in _OURS:
        return actor
    return actor | {"name": ERASED_NAME, "id": "erased" if "@" in actor["id"] else actor["id"]}
