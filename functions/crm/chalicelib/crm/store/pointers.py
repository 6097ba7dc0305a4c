"""The pointers of the index: ``<shelf>#<grant>`` / ``<key>#<kind>:<id>``."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

from pynamodb.attributes import JSONAttribute

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.index import WORDS, Pointer, Step
from chalicelib.crm.store.items import CompanyItem, ContactItem, DealItem, LeadItem
from chalicelib.crm.store.mapping import card_key, to_record
from chalicelib.crm.store.table import TABLE
from portal.cards import CardRef
from portal.dynamo import Writes, read_many


class PointerItem(TABLE):
    """Who holds the grant finds the card under the key; a faceted shelf tells its facets too."""

    facets = JSONAttribute(null=True)


class AnyItem(ContactItem, CompanyItem, LeadItem, DealItem):
    """A card of whatever kind with all its fields."""


class WordStore:
    """The shelf of words."""

    def beginning(
        self, grants: Iterable[str], word: str, most: int, *, consistent: bool = False
    ) -> list[CardRef]:
        """Cards with a word that begins so, the shortest of these words first; one query a grant."""
        ordered = sorted(grants)
        found = merge(*(_beginning(each, word, most, consistent=consistent) for each in ordered))
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


def _beginning(grant: str, word: str, most: int, *, consistent: bool) -> Iterator[str]:
    found = PointerItem.query(
        f"{WORDS}#{grant}",
        PointerItem.sk.startswith(word),
        limit=most,
        consistent_read=consistent,
    )
    return (item.sk for item in found)


def _item(ref: CardRef, pointer: Pointer) -> PointerItem:
    return PointerItem(f"{pointer.shelf}#{pointer.grant}", f"{pointer.key}#{ref}")
