"""Filtered lists, read from shelves on which the facets of each card stand.

A question is answered from the shelves of its narrowest condition. In the order of making they are read as they are.
In another order they are read whole and sorted where they have no more than `MOST` entries; otherwise the shelf of
all cards in that order is read. However rare what is looked for may be, one request looks at no more than about
`MOST` entries: it then answers with what it has found and with the cursor from which the search goes on.
"""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from heapq import merge
from itertools import groupby, islice

from chalicelib.crm.model.facets import Facets, faceted_shelf
from chalicelib.crm.model.filters import Looked, admit, narrowest
from chalicelib.crm.model.sorting import Sort, key_by_facets
from chalicelib.crm.service.changes import Listing
from chalicelib.crm.store.pointers import PointerItem
from portal.clock import from_wire
from portal.ids import derived_id, is_id
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor

MOST = 1000
"""So many entries are looked at for one answer; with a few hundred bytes each some fifty units of reading."""

_CHUNK = 100
_LONGEST = 200
# A card gets its id and the instant of its making one after the other.
_SLACK = timedelta(seconds=5)

Entry = tuple[str, Facets]
"""Where in the order a card stands, with its id at the end, and its facets."""


def page(listing: Listing, request: PageRequest) -> Page[str]:
    """A page of card ids; see the module's text for when it is shorter than it could be."""
    after = _position(listing, request.cursor)
    sort = listing.sort or Sort.NEWEST
    shelves = _shelves(listing)
    if sort.field != "created":
        if (whole := _whole(listing, shelves, sort)) is not None:
            return _sorted_page(listing, request.limit, after, whole)
        shelves = [faceted_shelf(listing.kind, sort.field)]
    return _walked(listing, request.limit, after, _entries(listing, shelves, sort, after))


def look(listing: Listing, most: int) -> Looked:
    """What answers among so many entries of the narrowest shelves, the newest first."""
    entries = _entries(listing, _shelves(listing), Sort.NEWEST, None)
    seen = list(islice(entries, most + 1))
    conditions = listing.every_condition
    found = [facets for _, facets in seen[:most] if admit(conditions, facets)]
    return Looked(found, more=len(seen) > most)


def _walked(listing: Listing, limit: int, after: str | None, entries: Iterator[Entry]) -> Page[str]:
    conditions, looked = listing.every_condition, 0
    shown: list[str] = []
    for place, facets in entries:
        if place == after:
            continue
        looked += 1
        if admit(conditions, facets):
            if len(shown) == limit:
                return _page(listing, shown, shown[-1])
            shown.append(place)
        if looked == MOST:
            return _page(listing, shown, place)
    return _page(listing, shown, None)


def _whole(listing: Listing, shelves: list[str], sort: Sort) -> list[str] | None:
    """All places of those that answer, in the order asked for; None where there is too much to look at."""
    if narrowest(listing.every_condition) is None:
        return None
    seen = list(islice(_entries(listing, shelves, Sort.NEWEST, None), MOST + 1))
    if len(seen) > MOST:
        return None
    conditions = listing.every_condition
    answering = [(place, facets) for place, facets in seen if admit(conditions, facets)]
    places = (f"{key_by_facets(facets, sort)}{place}" for place, facets in answering)
    return sorted(places, reverse=sort.descending)


def _sorted_page(listing: Listing, limit: int, after: str | None, places: list[str]) -> Page[str]:
    down = listing.descending
    left = [p for p in places if after is None or (p < after if down else p > after)]
    return _page(listing, left[:limit], left[limit - 1] if len(left) > limit else None)


def _page(listing: Listing, places: list[str], last: str | None) -> Page[str]:
    cursor = encode_cursor({"of": _name(listing), "after": last}) if last else None
    return Page([_card_id(place) for place in places], cursor)


def _shelves(listing: Listing) -> list[str]:
    condition = narrowest(listing.every_condition)
    if condition is None:
        return [faceted_shelf(listing.kind, "created")]
    named = dict.fromkeys(condition.shelves)
    return [faceted_shelf(listing.kind, "created", condition.facet, value) for value in named]


def _entries(
    listing: Listing, shelves: list[str], sort: Sort, after: str | None
) -> Iterator[Entry]:
    """The entries of the shelves for all grants in one order, each card once."""
    span = _span(listing, sort)
    if after:
        span = (span[0], after) if sort.descending else (after, span[1])
    if span[0] > span[1]:
        return iter(())
    shelved = [f"{shelf}#{grant}" for shelf in shelves for grant in sorted(listing.grants)]
    streams = (_read(shelf, span, sort) for shelf in shelved)
    merged = merge(*streams, key=_place, reverse=sort.descending)
    return (next(same) for _, same in groupby(merged, _place))


def _read(shelf: str, span: tuple[str, str], sort: Sort) -> Iterator[Entry]:
    found = PointerItem.query(
        shelf,
        PointerItem.sk.between(*span),
        scan_index_forward=not sort.descending,
        limit=MOST + 2,
        page_size=_CHUNK,
    )
    return ((item.sk, item.facets or {}) for item in found)


def _span(listing: Listing, sort: Sort) -> tuple[str, str]:
    """Between which keys the list lies: between two instants where it is in the order of making."""
    if sort.field != "created":
        return sort.bounds
    low, high = sort.bounds
    for condition in listing.conditions:
        if condition.facet == "created" and isinstance(condition.low, str):
            begun = from_wire(condition.low) - _SLACK
            low = max(low, f"#{listing.kind}:{derived_id(begun, '')[:10]}")
        if condition.facet == "created" and isinstance(condition.high, str):
            ended = from_wire(condition.high) + _SLACK
            high = min(high, f"#{listing.kind}:{derived_id(ended, '')[:10]}~")
    return low, high


def _position(listing: Listing, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    position = decode_cursor(cursor)
    after = position.get("after")
    if position.get("of") != _name(listing) or not isinstance(after, str):
        raise bad_cursor()
    # A text that is no Unicode could not be sent to DynamoDB.
    if not (after.isprintable() and len(after) <= _LONGEST and is_id(_card_id(after))):
        raise bad_cursor()
    return after


def _place(entry: Entry) -> str:
    return entry[0]


def _card_id(place: str) -> str:
    return place.rpartition(":")[2]


def _name(listing: Listing) -> str:
    question = repr((listing.kind, listing.every_condition, listing.sort))
    return hashlib.sha256(question.encode()).hexdigest()[:16]
