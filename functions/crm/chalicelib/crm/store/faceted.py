"""Filtered lists, read from shelves on which the facets of each card stand.

A question is answered from the narrowest shelves that have the order asked for. Where what answers is rare among their
first entries, other shelves and parts of them are read whole, and sorted, if they have no more than `MOST`; those that
tell what passes are so in any case. However rare it is, one request looks at no more than about `MOST` entries of each
of a few shelves: it then answers with what it has found and with the cursor from which the search goes on.
"""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice

from chalicelib.crm.model.filters import Looked
from chalicelib.crm.model.sorting import Sort, key_by_facets
from chalicelib.crm.service.changes import Listing
from chalicelib.crm.store import shelves
from chalicelib.crm.store.shelves import Entry, Source
from portal.ids import is_id
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor
from portal.values import dataclass

_LONGEST = 200


def page(listing: Listing, request: PageRequest) -> Page[str]:
    """A page of card ids; see the module's text for when it is shorter than it could be."""
    after = _position(listing, request.cursor)
    sort = listing.sort or Sort.NEWEST
    order, others = shelves.in_order(listing, sort), _others(listing, sort)
    if _asks_of_what_passes(listing) and (whole := _whole(_passing(others), sort)):
        return _sorted_page(listing, request.limit, after, whole)
    walked = _walked(order, request.limit, after, shelves.FEW)
    if walked.next is None or len(walked.items) == request.limit:
        return walked
    rare = len(walked.items) * shelves.MOST < request.limit * shelves.FEW
    if rare and (whole := _whole(others, sort)):
        return _sorted_page(listing, request.limit, after, whole)
    return _walked(order, request.limit, after, shelves.MOST)


def look(listing: Listing, most: int) -> Looked:
    """What answers among so many entries of the first shelves that have no more, or else of the last.

    The shelves of whole pipelines and stages are not looked at.
    """
    sources = shelves.limited(listing)
    looked = Looked((), more=True)
    for source in _passing(sources) if _asks_of_what_passes(listing) else sources:
        if looked.more and not source.of_line:
            looked = _look(source, most)
    return looked


def look_in_order(listing: Listing, most: int) -> Looked:
    """What answers among the newest."""
    return _look(shelves.in_order(listing, Sort.NEWEST), most)


def _asks_of_what_passes(listing: Listing) -> bool:
    return any(condition.passing for condition in listing.conditions)


def _passing(sources: Iterable[Source]) -> Iterator[Source]:
    """Those whose entries tell all that can be asked."""
    return (source for source in sources if source.passing)


def _others(listing: Listing, sort: Sort) -> list[Source]:
    """The limited shelves whose cards can be brought into the order asked for."""
    order = shelves.in_order(listing, sort)
    found = (source for source in shelves.limited(listing) if source != order)
    return [source for source in found if source.passing or not sort.passing]


def _look(source: Source, most: int) -> Looked:
    seen = list(islice(source.entries(), most + 1))
    found = [facets for _, facets in seen[:most] if source.admits(facets)]
    return Looked(found, more=len(seen) > most)


def _walked(source: Source, limit: int, after: str | None, most: int) -> Page[str]:
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
        if looked == most:
            return _page(listing, shown, place)
    return _page(listing, shown, None)


def _whole(sources: Iterable[Source], sort: Sort) -> "_Whole | None":
    """What answers of the first of the sources that has no more than `MOST` entries."""
    for source in sources:
        seen = list(islice(source.entries(), shelves.MOST + 1))
        if len(seen) <= shelves.MOST:
            return _Whole(_sorted(source, sort, seen))
    return None


@dataclass(frozen=True)
class _Whole:
    """All places of those that answer, in the order asked for."""

    places: list[str]


def _sorted(source: Source, sort: Sort, seen: Iterable[Entry]) -> list[str]:
    answering = ((place, facets) for place, facets in seen if source.admits(facets))
    places = (f"{key_by_facets(facets, sort)}#{p.rpartition('#')[2]}" for p, facets in answering)
    return sorted(places, reverse=sort.descending)


def _sorted_page(listing: Listing, limit: int, after: str | None, whole: _Whole) -> Page[str]:
    down = listing.descending
    left = [p for p in whole.places if after is None or (p < after if down else p > after)]
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
