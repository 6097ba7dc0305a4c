"""The orders in which lists can be read, and where in each a card stands.

Newest and oldest first need nothing more than the order of ids, where a list has it. The other orders are kept by the
index: a shelf for each order of each list, on which a card stands under its key, and under its id among equals.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.facets import Facets, faceted_places, faceted_shelf, name_key
from chalicelib.crm.model.filters import Condition
from chalicelib.crm.model.passing import PASSING, passing_shelf
from chalicelib.crm.model.tallies import hundredths
from portal.cards import CardKind
from portal.money import Money

# A deal without an amount stands before and behind all others: whoever comes from either end meets it last.
_BEFORE_ALL, _BEHIND_ALL = "!", "~"
_FIRST, _LAST = "!", "\U0010ffff"
_FIRST_AMOUNT, _LAST_AMOUNT = "0", "9~"


class Sort(StrEnum):
    """By what a list is sorted; with a minus, from the largest to the smallest."""

    NEWEST = "-created"
    OLDEST = "created"
    NAME = "name"
    NAME_DOWN = "-name"
    AMOUNT = "amount"
    AMOUNT_DOWN = "-amount"
    UPDATED = "updated"
    UPDATED_DOWN = "-updated"

    @property
    def field(self) -> str:
        """By what, in either direction."""
        return self.removeprefix("-")

    @property
    def descending(self) -> bool:
        """From the largest to the smallest."""
        return self.startswith("-")

    @property
    def passing(self) -> bool:
        """Whether it is by what passes, which has one shelf for all the lists of a kind."""
        return self.field in PASSING

    @property
    def bounds(self) -> tuple[str, str]:
        """Between which keys of a shelf the list lies."""
        if self is Sort.AMOUNT:
            return _FIRST_AMOUNT, _LAST
        return _FIRST, _LAST_AMOUNT if self is Sort.AMOUNT_DOWN else _LAST


def shelf_of(kind: CardKind, sort: Sort | None, owner_id: str | None, place: str) -> str | None:
    """The shelf that has a list in this order, or None where the list is in the order of ids itself."""
    if sort is None or (sort.field == "created" and _by_id(kind, owner_id, place)):
        return None
    if sort.passing:
        return passing_shelf(kind, sort.field)
    return _shelf(kind, sort.field, owner_id or "", place)


def sorted_places(record: Record) -> Iterator[tuple[str, str]]:
    """The shelves on which a card stands, each with its key."""
    for owner_id in ("", record.owner.id):
        for place in _places(record):
            for field, key in _keys(record):
                if field != "created" or not _by_id(record.kind, owner_id, place):
                    yield _shelf(record.kind, field, owner_id, place), key


def _by_id(kind: CardKind, owner_id: str | None, place: str) -> bool:
    """Whether the list is in the order of ids; deals are by pipeline and stage before that."""
    in_one_stage = place.count("#") == len(("pipeline", "stage"))
    return kind is not CardKind.DEAL or in_one_stage or not (owner_id or place)


def _places(record: Record) -> Iterator[str]:
    yield ""
    if isinstance(record, Deal):
        yield f"{record.pipeline_id}#"
        yield f"{record.pipeline_id}#{record.stage_id}#"


def _keys(record: Record) -> Iterator[tuple[str, str]]:
    yield "created", ""
    yield "name", name_key(record.label)
    if isinstance(record, Deal):
        yield from (("amount", key) for key in _amount_keys(record.amount))


def places_with_facets(record: Record) -> Iterator[tuple[str, str]]:
    """The shelves, with keys, from which filtered lists are read."""
    yield from faceted_places(record)
    if isinstance(record, Deal):
        shelf = faceted_shelf(record.kind, "amount")
        yield from ((shelf, key) for key in _amount_keys(record.amount))


def key_by_facets(facets: Facets, sort: Sort) -> str:
    """The key, in an order, of a card with these facets; the one under which a shelf in that order has it."""
    if sort.field == "name" or sort.passing:
        return str(facets[sort.field])
    if sort.field == "amount":
        amount = facets.get("amount")
        money = Money(Decimal(amount), facets["currency"]) if amount else None
        return _amount_keys(money)[-1 if sort is Sort.AMOUNT else 0]
    return ""


def _amount_keys(money: Money | None) -> tuple[str, ...]:
    return (
        (f"{_digits(hundredths(money))}-{money.currency}",) if money else (_BEFORE_ALL, _BEHIND_ALL)
    )


def amounts_between(conditions: Iterable[Condition]) -> tuple[str, str]:
    """Between which keys, in the order of amounts, the deals lie for which the conditions hold."""
    low, high = _FIRST_AMOUNT, _LAST_AMOUNT
    for condition in conditions:
        if isinstance(condition.low, Decimal):
            low = max(low, _digits(int(condition.low.scaleb(2))))
        if isinstance(condition.high, Decimal):
            high = min(high, f"{_digits(int(condition.high.scaleb(2)))}~")
    return low, high


def _digits(whole: int) -> str:
    return f"{max(whole, 0):018}"


def _shelf(kind: CardKind, field: str, owner_id: str, place: str) -> str:
    return f"sorted#{kind}#{field}#{owner_id}#{place}"
