"""The orders in which lists can be read, and where in each a card stands.

Newest and oldest first need nothing more than the order of ids, where a list has it. The other orders are kept by the
index: a shelf for each order of each list, on which a card stands under its key, and under its id among equals.
"""

from collections.abc import Iterator
from enum import StrEnum

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.tallies import hundredths
from chalicelib.crm.model.words import plain_words
from portal.cards import CardKind

# Longer names that begin alike stand in the order of their making.
_MOST_LETTERS = 60
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

    @property
    def field(self) -> str:
        """By what, in either direction."""
        return self.removeprefix("-")

    @property
    def descending(self) -> bool:
        """From the largest to the smallest."""
        return self.startswith("-")

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
    # The hyphen sorts behind what parts a key from the id, so that a name comes before those it begins.
    yield "name", "-".join(plain_words(record.label))[:_MOST_LETTERS]
    if isinstance(record, Deal):
        money = record.amount
        known = [f"{hundredths(money):018}-{money.currency}"] if money else None
        yield from (("amount", key) for key in known or (_BEFORE_ALL, _BEHIND_ALL))


def _shelf(kind: CardKind, field: str, owner_id: str, place: str) -> str:
    return f"sorted#{kind}#{field}#{owner_id}#{place}"
