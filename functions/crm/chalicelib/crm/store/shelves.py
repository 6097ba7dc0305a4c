"""The shelves of the index on which the facets of cards stand, read for several grants in one order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import groupby

from chalicelib.crm.model.facets import Facets, faceted_shelf
from chalicelib.crm.model.filters import Condition, admit, narrowest
from chalicelib.crm.model.passing import passing_shelf
from chalicelib.crm.model.sorting import Sort, amounts_between
from chalicelib.crm.service.changes import Listing
from chalicelib.crm.store.pointers import PointerItem
from portal.cards import CardKind
from portal.clock import from_wire
from portal.ids import derived_id
from portal.values import dataclass

MOST = 1000
"""So many entries are looked at for one answer; with a few hundred bytes each some fifty units of reading."""

_AT_A_TIME = 100
FEW = _AT_A_TIME - 1
"""Whether there are no more is told by one read."""

# A card gets its id and the instant of its making one after the other.
_SLACK = timedelta(seconds=5)
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2500, 1, 1, tzinfo=UTC)

Entry = tuple[str, Facets]
"""Where in the order a card stands, with its id at the end, and its facets."""


@dataclass(frozen=True)
class Source:
    """Some shelves for each grant of a listing, in the order of their keys, between two of these.

    What passes is told by the entries of few shelves. Conditions on it are for the others asked of the cards.
    """

    listing: Listing
    names: tuple[str, ...]
    span: tuple[str, str]
    descending: bool
    passing: bool = False

    @property
    def of_line(self) -> bool:
        """Whether these are whole shelves of a pipeline, or of its stages."""
        condition = narrowest(self.listing.every_condition)
        by_line = condition is not None and condition.facet in {"pipeline", "stage"}
        return by_line and self.span == Sort.NEWEST.bounds and not self.passing

    def entries(self, after: str | None = None) -> Iterator[Entry]:
        """Each card once; `after` is where the last page ended."""
        low, high = self.span
        if after:
            low, high = (low, after) if self.descending else (after, high)
        if low > high:
            return iter(())
        grants = sorted(self.listing.grants)
        streams = (self._read(f"{n}#{grant}", (low, high)) for n in self.names for grant in grants)
        merged = merge(*streams, key=_place, reverse=self.descending)
        return (next(same) for _, same in groupby(merged, _place))

    def admits(self, facets: Facets) -> bool:
        """Whether a card with these facets may answer, for all that stands beside it."""
        asked = self.listing.every_condition
        return admit((c for c in asked if self.passing or not c.passing), facets)

    def _read(self, shelf: str, span: tuple[str, str]) -> Iterator[Entry]:
        found = PointerItem.query(
            shelf,
            PointerItem.sk.between(*span),
            scan_index_forward=not self.descending,
            limit=MOST + 2,
            page_size=_AT_A_TIME,
        )
        return ((item.sk, item.facets or {}) for item in found)


def in_order(listing: Listing, sort: Sort) -> Source:
    """All cards that can answer in the order asked for, from the narrowest shelves that have it."""
    if sort.passing:
        return _by_what_passes(listing, sort.field, descending=sort.descending)
    if sort.field != "created":
        shelf = faceted_shelf(listing.kind, sort.field)
        return Source(listing, (shelf,), sort.bounds, sort.descending)
    names = _narrowest(listing) or (faceted_shelf(listing.kind, "created"),)
    return Source(listing, names, _made_between(listing, sort), sort.descending)


def limited(listing: Listing) -> Iterator[Source]:
    """Shelves, or parts of them, that have only some of the cards, and among them all that can answer.

    Those that tell what passes come first.
    """
    for condition in listing.conditions:
        if condition.passing:
            yield _by_what_passes(listing, condition.facet, descending=True)
    if since := _changed_since(listing.conditions):
        yield _changed(listing, since)
    if listing.kind is CardKind.DEAL and any(c.facet == "amount" for c in listing.conditions):
        span = amounts_between([c for c in listing.conditions if c.facet == "amount"])
        yield replace(in_order(listing, Sort.AMOUNT_DOWN), span=span)
    if _narrowest(listing) or any(c.facet == "created" for c in listing.conditions):
        yield in_order(listing, Sort.NEWEST)


def _by_what_passes(listing: Listing, facet: str, *, descending: bool) -> Source:
    asked = [condition for condition in listing.conditions if condition.facet == facet]
    span = _span_of(asked, Sort.UPDATED.bounds)
    shelf = passing_shelf(listing.kind, facet)
    return Source(listing, (shelf,), span, descending, passing=True)


def _changed_since(conditions: Iterable[Condition]) -> str:
    """From when on whatever answers has changed, where that follows from a condition on something else."""
    found = (c.low for c in conditions if c.facet in {"closed", "since"})
    return max((low for low in found if isinstance(low, str)), default="")


def _changed(listing: Listing, since: str) -> Source:
    changed = in_order(listing, Sort.UPDATED_DOWN)
    return replace(changed, span=(max(since, changed.span[0]), changed.span[1]))


def _narrowest(listing: Listing) -> tuple[str, ...]:
    """The shelves of its narrowest condition, if any has shelves."""
    condition = narrowest(listing.every_condition)
    named = dict.fromkeys(condition.shelves if condition else ())
    facet = condition.facet if condition else ""
    return tuple(faceted_shelf(listing.kind, "created", facet, value) for value in named)


def _span_of(conditions: list[Condition], span: tuple[str, str]) -> tuple[str, str]:
    """Between which keys the values lie for which all of the conditions hold."""
    low, high = span
    for condition in conditions:
        # What parts a key from the id comes before anything that a key has in its place.
        low = max(low, str(condition.low or ""))
        high = min(high, f"{condition.high}~") if condition.high else high
    return low, high


def _made_between(listing: Listing, sort: Sort) -> tuple[str, str]:
    """Between which keys a list in the order of making lies, where instants are asked for."""
    low, high = sort.bounds
    for condition in listing.conditions:
        if condition.facet == "created" and isinstance(condition.low, str):
            begun = _within_ids(condition.low) - _SLACK
            low = max(low, f"#{listing.kind}:{derived_id(begun, '')[:10]}")
        if condition.facet == "created" and isinstance(condition.high, str):
            ended = _within_ids(condition.high) + _SLACK
            high = min(high, f"#{listing.kind}:{derived_id(ended, '')[:10]}~")
    return low, high


def _within_ids(wire: str) -> datetime:
    """The instant, or the nearest one that the id of a card can tell: no card is older or that young."""
    return min(max(from_wire(wire), _FIRST), _LAST)


def _place(entry: Entry) -> str:
    return entry[0]
