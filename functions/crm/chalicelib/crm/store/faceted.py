"""Filtered lists, read from shelves on which the facets of each card stand.

A question is answered from the shelves of its narrowest condition. In the order of making they are read as they are.
In another order they are read whole and sorted where they have no more than `MOST` entries; otherwise the shelf of
all cards in that order is read. What passes has a shelf of its own, which is narrow where few cards lie in the range
asked for. However rare what is looked for may be, one request looks at no more than about `MOST` entries of each: it
then answers with what it has found and with the cursor from which the search goes on.
"""

import hashlib
from itertools import islice

from chalicelib.crm.model.filters import Looked
from chalicelib.crm.model.sorting import Sort, key_by_facets
from chalicelib.crm.service.changes import Listing
from chalicelib.crm.store import shelves
from chalicelib.crm.store.shelves import Source
from portal.ids import is_id
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor

_LONGEST = 200


def page(listing: Listing, request: PageRequest) -> Page[str]:
    """A page of card ids; see the module's text for when it is shorter than it could be."""
    after = _position(listing, request.cursor)
    sort = listing.sort or Sort.NEWEST
    if (whole := _whole(listing, sort)) is not None:
        return _sorted_page(listing, request.limit, after, whole)
    return _walked(shelves.in_order(listing, sort), request.limit, after)


def look(listing: Listing, most: int) -> Looked:
    """What answers among so many entries of the narrowest shelves, the newest or the latest changed first."""
    source = next(shelves.limited(listing), None) or shelves.in_order(listing, Sort.NEWEST)
    seen = list(islice(source.entries(), most + 1))
    found = [facets for _, facets in seen[:most] if source.admits(facets)]
    return Looked(found, more=len(seen) > most)


def _walked(source: Source, limit: int, after: str | None) -> Page[str]:
    listing, looked = source.listing, 0
    shown: list[str] = []
    for place, facets in source.entries(after):
        if place == after:
            continue
        looked += 1
        if source.admits(facets):
            if len(shown) == limit:
                return _page(listing, shown, shown[-1])
            shown.append(place)
        if looked == shelves.MOST:
            return _page(listing, shown, place)
    return _page(listing, shown, None)


def _whole(listing: Listing, sort: Sort) -> list[str] | None:
    """All places of those that answer, in the order asked for; None where it is read from shelves in that order."""
    if sort.passing or (sort.field == "created" and not _asks_of_what_passes(listing)):
        return None
    for source in shelves.limited(listing):
        seen = list(islice(source.entries(), shelves.MOST + 1))
        if len(seen) <= shelves.MOST:
            answering = [(place, facets) for place, facets in seen if source.admits(facets)]
            places = (
                f"{key_by_facets(facets, sort)}#{place.rpartition('#')[2]}"
                for place, facets in answering
            )
            return sorted(places, reverse=sort.descending)
    return None


def _asks_of_what_passes(listing: Listing) -> bool:
    return any(condition.passing for condition in listing.conditions)


def _sorted_page(listing: Listing, limit: int, after: str | None, places: list[str]) -> Page[str]:
    down = listing.descending
    left = [p for p in places if after is None or (p < after if down else p > after)]
    return _page(listing, left[:limit], left[limit - 1] if len(left) > limit else None)


def _page(listing: Listing, places: list[str], last: str | None) -> Page[str]:
    cursor = encode_cursor({"of": _name(listing), "after": last}) if last else None
    return Page([_card_id(place) for place in places], cursor)


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


def _card_id(place: str) -> str:
    return place.rpartition(":")[2]


def _name(listing: Listing) -> str:
    question = repr((listing.kind, listing.every_condition, listing.sort))
    return hashlib.sha256(question.encode()).hexdigest()[:16]
