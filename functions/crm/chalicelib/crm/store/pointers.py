"""The pointers of the index: ``<shelf>#<grant>`` / ``<key>#<kind>:<id>``.

Each shelf of words is as many partitions as there are pairs of first letters, ``<shelf>#<letters>#<grant>``: owners see
all cards, and the words of all in one partition would be more than one takes when thousands are brought in.
"""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

from pynamodb.attributes import JSONAttribute

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.index import WORDS, Pointer, Step, word_shelf
from chalicelib.crm.model.words import LEAST_LETTERS
from chalicelib.crm.store.items import CompanyItem, ContactItem, DealItem, LeadItem
from chalicelib.crm.store.mapping import card_key, to_record
from chalicelib.crm.store.table import TABLE
from portal.cards import CardKind, CardRef
from portal.dynamo import Writes, read_many


class PointerItem(TABLE):
    """Who holds the grant finds the card under the key; a faceted shelf tells its facets too."""

    facets = JSONAttribute(null=True)


class AnyItem(ContactItem, CompanyItem, LeadItem, DealItem):
    """A card of whatever kind with all its fields."""


class WordStore:
    """The shelves of words."""

    def beginning(
        self,
        kind: CardKind,
        grants: Iterable[str],
        word: str,
        most: int,
        *,
        consistent: bool = False,
    ) -> list[CardRef]:
        """See `WordIndex`; the shortest of the words first, one query a grant."""
        places = (Pointer(grant, word_shelf(kind), word) for grant in sorted(grants))
        found = merge(*(_beginning(each, most, consistent=consistent) for each in places))
        refs = (CardRef.parse(key.rpartition("#")[2]) for key in found)
        return list(islice(dict.fromkeys(refs), most))

    def cards(self, refs: Iterable[CardRef]) -> list[Record]:
        """Up to a hundred cards of any kinds in one call; the missing are left out."""
        return [to_record(item) for item in read_many(AnyItem, map(card_key, refs)).values()]


def moved(ref: CardRef, step: Step) -> Writes:
    """The writes of one step."""
    writes = Writes()
    for pointer in sorted(step.removed):
        writes.delete(_item(ref, pointer))
    for pointer in sorted(step.put):
        item = _item(ref, pointer)
        item.facets = step.told(pointer)
        writes.put(item)
    return writes


def _beginning(place: Pointer, most: int, *, consistent: bool) -> Iterator[str]:
    found = PointerItem.query(
        _partition(place),
        PointerItem.sk.startswith(place.key),
        limit=most,
        consistent_read=consistent,
    )
    return (item.sk for item in found)


def _item(ref: CardRef, pointer: Pointer) -> PointerItem:
    return PointerItem(_partition(pointer), f"{pointer.key}#{ref}")


def _partition(pointer: Pointer) -> str:
    letters = f"#{pointer.key[:LEAST_LETTERS]}" if pointer.shelf.startswith(WORDS) else ""
    return f"{pointer.shelf}{letters}#{pointer.grant}"
