"""The timelines of the cards: ``timeline#<card>``, and beside it what that card's clients may read.

An entry stands once on each card, under its own instant, so that a page is one query whatever came before it.
Clients have partitions of their own: ``#clients`` holds what all clients of the card may read, ``#contact:<id>``
what one of them is party to. What is not theirs is not there, so nothing has to be filtered out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from chalicelib.crm.model.timeline import Entry, EntryKind
from chalicelib.crm.store.entries import EntryItem, of_kind, to_entry, to_item
from portal.cards import CardKind, CardRef
from portal.dynamo import Writes
from portal.errors import PortalError
from portal.events import Event
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor
from portal.principals import contact_grant

_WITH_CLIENTS = frozenset({CardKind.DEAL, CardKind.CONTACT})


class TimelineStore:
    """Reads timelines, and puts on one what happened to its card alone."""

    def page(
        self,
        ref: CardRef,
        contact_id: str | None,
        kind: EntryKind | None,
        request: PageRequest,
        former: Sequence[CardRef] = (),
    ) -> Page[Entry]:
        """A page for the company's own people, or for the client account of a contact."""
        partitions = [p for each in (ref, *former) for p in _read_by(each, contact_id)]
        if kind:
            partitions = [of_kind(partition, kind) for partition in partitions]
        position = _position(partitions, request.cursor)
        found = chain.from_iterable(
            _newest(partition, position, request.limit + 1, by_kind=kind is not None)
            for partition in partitions
        )
        # What stood on two cards before they became one is told once.
        newest = [item for _, item in sorted({i.sk: i for i in found}.items(), reverse=True)]
        return _page(newest, partitions, request.limit)

    def add(self, ref: CardRef, entry: Entry, event: Event) -> bool:
        """Puts a new entry on one card; False when it stands there already."""
        writes = Writes()
        add_entry(writes, ref, entry, event, once=True)
        try:
            writes.commit()
        except _StandsAlreadyError:
            return False
        return True


class _StandsAlreadyError(PortalError):
    """The entry stands on the card already."""


def add_entry(
    writes: Writes, ref: CardRef, entry: Entry, event: Event | None = None, *, once: bool = False
) -> None:
    """Adds to the writes what puts the entry on one card, its clients included.

    The event rides on the company's own copy. An entry that stands there is replaced; with `once` all the
    writes fail instead.
    """
    own, *of_clients = partitions_of(ref, entry.contact_ids, for_all=entry.for_all_clients)
    item = to_item(own, entry)
    must = EntryItem.pk.does_not_exist() if once else None
    writes.put(item.announce(event) if event else item, must, _StandsAlreadyError())
    for partition in of_clients:
        writes.put(to_item(partition, entry.for_clients()))


def partitions_of(ref: CardRef, contact_ids: Iterable[str], *, for_all: bool) -> Iterator[str]:
    """Where an entry stands for the sake of one card, the company's own copy first."""
    own = _timeline(ref)
    yield own
    if ref.kind not in _WITH_CLIENTS:
        return
    if for_all:
        yield _of_all_clients(own)
        return
    for contact_id in contact_ids:
        if ref.kind is CardKind.DEAL or ref.id == contact_id:
            yield _of_party(own, contact_id)


def _timeline(ref: CardRef) -> str:
    return f"timeline#{ref}"


def _read_by(ref: CardRef, contact_id: str | None) -> list[str]:
    return [_timeline(ref)] if contact_id is None else _of_client(ref, contact_id)


def _of_client(ref: CardRef, contact_id: str) -> list[str]:
    own = _timeline(ref)
    return [_of_all_clients(own), _of_party(own, contact_id)]


def _of_all_clients(timeline: str) -> str:
    return f"{timeline}#clients"


def _of_party(timeline: str, contact_id: str) -> str:
    return f"{timeline}#{contact_grant(contact_id)}"


def _newest(
    partition: str, before: str | None, limit: int, *, by_kind: bool
) -> Iterator[EntryItem]:
    if by_kind:
        older = EntryItem.position < before if before else None
        return EntryItem.by_kind.query(partition, older, limit=limit, scan_index_forward=False)
    older = EntryItem.sk < before if before else None
    return EntryItem.query(partition, older, limit=limit, scan_index_forward=False)


def _position(partitions: Sequence[str], cursor: str | None) -> str | None:
    if cursor is None:
        return None
    values = decode_cursor(cursor)
    before = values.get("before")
    if values.get("of") != partitions[0] or not isinstance(before, str):
        raise bad_cursor()
    return before


def _page(newest: Sequence[EntryItem], partitions: Sequence[str], limit: int) -> Page[Entry]:
    shown = newest[:limit]
    more = len(newest) > len(shown)
    following = encode_cursor({"of": partitions[0], "before": shown[-1].sk}) if more else None
    return Page([to_entry(item) for item in shown], following)
