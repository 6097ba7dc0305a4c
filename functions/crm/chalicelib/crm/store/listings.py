"""Lists of cards: a pointer for each grant that may see a card, so that a list reads only what it shows."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby, islice

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.service.changes import Listing
from chalicelib.crm.store import faceted
from chalicelib.crm.store.items import ListingItem, OpenDealItem
from chalicelib.crm.store.pointers import PointerItem
from chalicelib.crm.store.table import TABLE
from portal.dynamo import Writes
from portal.ids import is_id
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor

# Ids and the ``#`` between them all sort between these.
_FIRST, _LAST = "0", "~"

_LONGEST = 200

Pointer = ListingItem | OpenDealItem
Span = tuple[str, str]


def moved(before: Record | None, after: Record | None) -> Writes:
    """The writes that bring the pointers of a card from one state to the next; after the last there are none."""
    former = {(p.pk, p.sk): p for p in _pointers(before)} if before else {}
    current = {(p.pk, p.sk): p for p in _pointers(after)} if after else {}
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
    the card at which the last page ended. With conditions see `faceted.page`.
    """
    if listing.faceted:
        return faceted.page(listing, request)
    span = _span(listing)
    after = _position(listing, request.cursor, span)
    if after:
        span = (span[0], after) if listing.descending else (after, span[1])
    most = request.limit + (2 if after else 1)
    streams = (_read(listing, grant, span, most) for grant in sorted(listing.grants))
    ordered = (place for place, _ in groupby(merge(*streams, reverse=listing.descending)))
    places = list(islice((p for p in ordered if p != after), request.limit + 1))
    shown = places[: request.limit]
    following = _cursor(listing, shown[-1]) if len(places) > len(shown) else None
    return Page([_card_id(place) for place in shown], following)


def open_deals(contact_id: str, limit: int) -> list[str]:
    """The ids of the newest open deals of a contact."""
    pointers = OpenDealItem.query(
        _open_deals_of(contact_id), limit=limit, scan_index_forward=False, consistent_read=True
    )
    return [pointer.sk for pointer in pointers]


def _pointers(record: Record) -> Iterator[Pointer]:
    if record.merged:
        return
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


def _span(listing: Listing) -> Span:
    """The first and the last place that a card of the list can have."""
    if listing.sort and listing.shelf:
        return listing.sort.bounds
    return listing.place or _FIRST, listing.place + _LAST


def _read(listing: Listing, grant: str, span: Span, limit: int) -> Iterable[str]:
    forward = not listing.descending
    partition = f"list#{listing.kind}#{grant}"
    by_place, by_key = TABLE.place.between(*span), TABLE.sk.between(*span)
    keys: Iterable[TABLE]
    if listing.shelf:
        shelf = f"{listing.shelf}#{grant}"
        keys = PointerItem.query(shelf, by_key, scan_index_forward=forward, limit=limit)
    elif listing.owner_id:
        owned = _owned(partition, listing.owner_id)
        found = TABLE.by_owner.query(owned, by_place, scan_index_forward=forward, limit=limit)
        return (pointer.place for pointer in found)
    elif listing.place:
        found = TABLE.by_stage.query(partition, by_place, scan_index_forward=forward, limit=limit)
        return (pointer.place for pointer in found)
    else:
        keys = ListingItem.query(partition, by_key, scan_index_forward=forward, limit=limit)
    return (pointer.sk for pointer in keys)


def _cursor(listing: Listing, after: str) -> str:
    return encode_cursor({"of": _name(listing), "after": after})


def _position(listing: Listing, cursor: str | None, span: Span) -> str | None:
    if cursor is None:
        return None
    position = decode_cursor(cursor)
    after = position.get("after")
    if position.get("of") != _name(listing) or not isinstance(after, str):
        raise bad_cursor()
    if not (_leads_to_a_card(listing, after) and span[0] <= after <= span[1]):
        raise bad_cursor()
    return after


def _leads_to_a_card(listing: Listing, place: str) -> bool:
    if listing.shelf is None:
        return all(map(is_id, place.split("#")))
    # A text that is no Unicode could not be sent to DynamoDB.
    whole = place.isprintable() and len(place) <= _LONGEST
    return whole and is_id(_card_id(place))


def _card_id(place: str) -> str:
    """The id at the end of a place: alone, or behind its kind."""
    return place.rpartition("#")[2].rpartition(":")[2]


def _name(listing: Listing) -> str:
    order = f":{listing.sort}" if listing.sort else ""
    return f"{listing.kind}:{listing.owner_id or ''}:{listing.place}{order}"
