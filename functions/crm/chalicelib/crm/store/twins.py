"""Pairs of cards that seem to be one, in the table.

``twins#<kind>#<name>`` / ``<strength>#<one>#<other>`` is a line of the list that holders of the name's grants read.
``<kind>#<id>`` / ``twin#<other>`` beside each of the two cards tells with what it is paired, and beside the first of
them under which names.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby, islice
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute, VersionAttribute

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.likeness import Strength
from chalicelib.crm.model.twins import Pair, Standing, names_held
from chalicelib.crm.store.items import CardItem
from chalicelib.crm.store.mapping import card_key, to_record
from chalicelib.crm.store.pairs import ApartItem, apart_key
from chalicelib.crm.store.pointers import AnyItem
from chalicelib.crm.store.table import TABLE
from portal.cards import CardKind, CardRef
from portal.dynamo import Writes, read_many
from portal.errors import ConflictError, StaleVersionError
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor

_RANKS = list(Strength)
_TWIN = "twin#"
_LONGEST = 100


class LineItem(TABLE):
    """One line of a list of pairs; what the cards say is read from them."""


class TwinItem(TABLE):
    """With what a card is paired; beside the first card of the pair, how the pair stands in the lists."""

    strength = UnicodeAttribute(null=True)
    names = JSONAttribute(null=True)


class StandingItem(TwinItem):
    """The same, of the first card."""

    version = VersionAttribute()


class TwinStore:
    """The lists of pairs."""

    def paired(self, ref: CardRef) -> list[CardRef]:
        """With which cards this one is paired."""
        found = TwinItem.query(
            card_key(ref)[0], TwinItem.sk.startswith(_TWIN), consistent_read=True
        )
        return [CardRef.parse(item.sk.removeprefix(_TWIN)) for item in found]

    def standing(self, pairs: Iterable[Pair]) -> dict[Pair, Standing]:
        """How each of the pairs stands, in one read."""
        keys = {_key(pair): pair for pair in pairs}
        found = read_many(StandingItem, keys, consistent=True)
        return {keys[key]: _to_standing(item) for key, item in found.items()}

    def cards(self, refs: Iterable[CardRef]) -> list[Record]:
        """Up to a hundred cards as they are now, in one read; the missing are left out."""
        found = read_many(AnyItem, map(card_key, refs), consistent=True)
        return [to_record(item) for item in found.values()]

    def save(
        self, pair: Pair, former: Standing, wanted: Standing, versions: Mapping[CardRef, int | None]
    ) -> None:
        """Brings a pair from how it stood to how it should, if its cards still are as they were read."""
        writes = _standing(pair, wanted, former.version)
        for ref in (pair.one, pair.other):
            writes.check(CardItem(*card_key(ref)), _as_read(versions.get(ref)), _moved())
        if wanted.names:
            told = ApartItem(*apart_key(pair.name))
            writes.check(told, ApartItem.pk.does_not_exist(), _moved())
        before, after = _lines(pair, former), _lines(pair, wanted)
        for key in sorted(before - after):
            writes.delete(LineItem(*key))
        for key in sorted(after - before):
            writes.put(LineItem(*key))
        writes.commit()

    def page(self, kind: CardKind, grants: Iterable[str], request: PageRequest) -> Page[Pair]:
        """The pairs of a kind that the grants show, the strongest first; one query a name."""
        after = _position(kind, request.cursor)
        names = names_held(grants)
        lines = _merged(kind, names, after, request.limit + (2 if after else 1))
        left = list(islice((line for line in lines if line != after), request.limit + 1))
        shown = left[: request.limit]
        more = len(left) > len(shown)
        following = encode_cursor({"of": f"twins:{kind}", "after": shown[-1]}) if more else None
        return Page([_pair(line) for line in shown], following)

    def count(self, kind: CardKind, grants: Iterable[str], most: int) -> int:
        """How many they are, at most so many."""
        return sum(1 for _ in islice(_merged(kind, names_held(grants), None, most), most))


def _merged(kind: CardKind, names: Sequence[str], after: str | None, most: int) -> Iterator[str]:
    streams = (_read(kind, name, after, most) for name in names)
    return (line for line, _ in groupby(merge(*streams)))


def _read(kind: CardKind, name: str, after: str | None, most: int) -> Iterator[str]:
    behind = LineItem.sk >= after if after else None
    found = LineItem.query(_list(kind, name), behind, limit=most)
    return (item.sk for item in found)


def _standing(pair: Pair, wanted: Standing, version: int | None) -> Writes:
    """The notes of the pair beside both its cards, or their end."""
    first, second = StandingItem(*_key(pair)), TwinItem(*_key(Pair(pair.other, pair.one)))
    if version is not None:
        first.version = version
    if not wanted.names:
        return Writes().delete(first, otherwise=StaleVersionError()).delete(second)
    first.strength, first.names = str(wanted.strength), sorted(wanted.names)
    return Writes().put(first, otherwise=StaleVersionError()).put(second)


def _as_read(version: int | None) -> Any:  # noqa: ANN401  # a condition
    return CardItem.pk.does_not_exist() if version is None else CardItem.version == version


def _moved() -> ConflictError:
    return ConflictError("One of the cards changed meanwhile. Try again.")


def _lines(pair: Pair, standing: Standing) -> frozenset[tuple[str, str]]:
    line = f"{_RANKS.index(standing.strength)}#{pair.one}#{pair.other}"
    return frozenset((_list(pair.kind, name), line) for name in standing.names)


def _list(kind: CardKind, name: str) -> str:
    return f"twins#{kind}#{name}"


def _pair(line: str) -> Pair:
    _, one, other = line.split("#")
    return Pair(CardRef.parse(one), CardRef.parse(other))


def _key(pair: Pair) -> tuple[str, str]:
    return card_key(pair.one)[0], f"{_TWIN}{pair.other}"


def _to_standing(item: StandingItem) -> Standing:
    strength = Strength(item.strength or Strength.POSSIBLE)
    return Standing(strength, frozenset(item.names or ()), item.version)


def _position(kind: CardKind, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    position = decode_cursor(cursor)
    after = position.get("after")
    if position.get("of") != f"twins:{kind}" or not isinstance(after, str):
        raise bad_cursor()
    # A text that is no Unicode could not be sent to DynamoDB.
    if not (after.isprintable() and 0 < len(after) <= _LONGEST):
        raise bad_cursor()
    return after
