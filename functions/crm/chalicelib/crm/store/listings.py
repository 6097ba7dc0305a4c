"""Lists of cards: a pointer for each grant that may see a card, so that a list reads only what it shows."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby, islice

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.service.changes import Listing
from chalicelib.crm.store.items import ListingItem, OpenDealItem
from chalicelib.crm.store.table import TABLE
from portal.dynamo import Writes
from portal.ids import is_id
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor

# Ids and the ``#`` between them all sort between these.
_FIRST, _LAST = "0", "~"

Pointer = ListingItem | OpenDealItem


def moved(before: Record | None, after: Record) -> Writes:
    """The writes that bring the pointers of a card from one state to the next."""
    former = {(p.pk, p.sk): p for p in _pointers(before)} if before else {}
    current = {(p.pk, p.sk): p for p in _pointers(after)}
    writes = Writes()
    for key in former.keys() - current.keys():
        writes.delete(former[key])
    for key, pointer in current.items():
        if key not in former or _places(former[key]) != _places(pointer):
            writes.put(pointer)
    return writes


def page(listing: Listing, request: PageRequest) -> Page[str]:
    """A page of card ids.

    Each grant's partition gives one card more than the page holds, to tell whether there is a next one, and
    the card at which the last page ended.
    """
    after = _position(listing, request.cursor)
    most = request.limit + (2 if after else 1)
    streams = (_read(listing, grant, after, most) for grant in sorted(listing.grants))
    ordered = (place for place, _ in groupby(merge(*streams, reverse=True)))
    places = list(islice((p for p in ordered if p != after), request.limit + 1))
    shown = places[: request.limit]
    following = _cursor(listing, shown[-1]) if len(places) > len(shown) else None
    return Page([place.rpartition("#")[2] for place in shown], following)


def open_deals(contact_id: str, limit: int) -> list[str]:
    """The ids of the newest open deals of a contact."""
    pointers = OpenDealItem.query(
        _open_deals_of(contact_id), limit=limit, scan_index_forward=False, consistent_read=True
    )
    return [pointer.sk for pointer in pointers]


def _pointers(record: Record) -> Iterator[Pointer]:
    deal = record if isinstance(record, Deal) else None
    for grant in record.audience:
        partition = f"list#{record.kind}#{grant}"
        pointer = ListingItem(partition, record.id, owned=_owned(partition, record.owner.id))
        pointer.place = record.id
        if deal:
            pointer.board = partition
            pointer.place = f"{deal.pipeline_id}#{deal.stage_id}#{deal.id}"
        yield pointer
    if deal and deal.open:
        yield from (OpenDealItem(_open_deals_of(i), deal.id) for i in deal.contact_ids)


def _places(pointer: Pointer) -> tuple[str | None, ...]:
    return pointer.board, pointer.owned, pointer.place


def _owned(partition: str, owner_id: str) -> str:
    return f"{partition}#owner:{owner_id}"


def _open_deals_of(contact_id: str) -> str:
    return f"open#contact:{contact_id}"


def _read(listing: Listing, grant: str, after: str | None, limit: int) -> Iterable[str]:
    partition = f"list#{listing.kind}#{grant}"
    low, high = listing.place or _FIRST, after or listing.place + _LAST
    between = TABLE.place.between(low, high)
    if listing.owner_id:
        owned = _owned(partition, listing.owner_id)
        found = TABLE.by_owner.query(owned, between, scan_index_forward=False, limit=limit)
    elif listing.place:
        found = TABLE.by_stage.query(partition, between, scan_index_forward=False, limit=limit)
    else:
        between = ListingItem.sk.between(low, high)
        found = ListingItem.query(partition, between, scan_index_forward=False, limit=limit)
        return (pointer.sk for pointer in found)
    return (pointer.place for pointer in found)


def _cursor(listing: Listing, after: str) -> str:
    return encode_cursor({"of": _name(listing), "after": after})


def _position(listing: Listing, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    position = decode_cursor(cursor)
    after = position.get("after")
    if position.get("of") != _name(listing) or not isinstance(after, str):
        raise bad_cursor()
    if not all(map(is_id, after.split("#"))):
        raise bad_cursor()
    return after


def _name(listing: Listing) -> str:
    return f"{listing.kind}:{listing.owner_id or ''}:{listing.place}"
