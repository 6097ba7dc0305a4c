"""Pairs of cards that seem to be one, and under which names they stand for whoever may see both.

A name is a grant that shows both cards, or two grants of which each shows one. Of these only such are named as one
person may hold: his own and that of a head, or those of two heads. So everybody finds exactly the pairs of which he
may see both cards, and none is read to be thrown away.
"""

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import chain, combinations

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.likeness import Likeness, Strength, likenesses, strength_of
from portal.cards import CardKind, CardRef
from portal.principals import Audience, head_grant
from portal.values import dataclass

# With the two cards, the word that they are two, and the notes of the pair it stays one transaction.
_MOST_NAMES = 45
_HEADS = head_grant("")


@dataclass(frozen=True, order=True)
class Pair:
    """Two cards, whichever comes first; made by `of`."""

    one: CardRef
    other: CardRef

    @classmethod
    def of(cls, one: CardRef, other: CardRef) -> "Pair":
        """The pair of two cards in any order."""
        return cls(*sorted((one, other)))

    @property
    def kind(self) -> CardKind:
        """In whose list it stands: a lead that is like a contact is to be looked at among the leads."""
        kinds = {self.one.kind, self.other.kind}
        return CardKind.LEAD if CardKind.LEAD in kinds else self.one.kind

    @property
    def name(self) -> str:
        """What it is called where people told its cards apart."""
        return pair_of(self.one.id, self.other.id)


@dataclass(frozen=True)
class Standing:
    """How a pair stands in the lists: how strong, and under which names; none for one that is in no list."""

    strength: Strength = Strength.POSSIBLE
    names: frozenset[str] = field(default_factory=frozenset)
    version: int | None = field(default=None, compare=False)

    @classmethod
    def of(cls, one: Record, other: Record) -> "Standing":
        """How two cards should stand."""
        found = likenesses(one, other)
        if not found:
            return cls()
        return cls(strength_of(found), names_of(one.staff_audience, other.staff_audience))


@dataclass(frozen=True)
class Twins:
    """Two cards that seem to be one, and by what."""

    one: Record
    other: Record
    likenesses: tuple[Likeness, ...]

    @property
    def strength(self) -> Strength:
        """How much speaks for it."""
        return strength_of(self.likenesses)


@dataclass(frozen=True)
class Group:
    """Cards of which each seems to be one with another of them."""

    cards: tuple[Record, ...]
    twins: tuple[Twins, ...]

    @property
    def strength(self) -> Strength:
        """That of its strongest pair."""
        return min((each.strength for each in self.twins), key=list(Strength).index)


def names_of(one: Audience, other: Audience) -> frozenset[str]:
    """Under which names a pair stands; in a crowd the last of them are left out, and see it on the cards."""
    shared = one & other
    crossed = {
        _crossed(ours, theirs)
        for ours in one - shared
        for theirs in other - shared
        if _held_by_one(ours, theirs)
    }
    return frozenset([*sorted(shared, reverse=True), *sorted(crossed)][:_MOST_NAMES])


def names_held(grants: Iterable[str]) -> list[str]:
    """Under which names whoever holds the grants finds his pairs."""
    ordered = sorted(grants)
    both = (_crossed(*two) for two in combinations(ordered, 2) if _held_by_one(*two))
    return [*ordered, *both]


def groups_of(twins: Iterable[Twins]) -> list[Group]:
    """Pairs that share a card together, in the order of their first pairs."""
    groups: list[list[Twins]] = []
    for each in twins:
        near = [number for number, group in enumerate(groups) if _touches(group, each)]
        joined = [*chain.from_iterable(groups[number] for number in near), each]
        for number in reversed(near[1:]):
            del groups[number]
        place = near[0] if near else len(groups)
        groups[place : place + 1] = [joined]
    return [_group(each) for each in groups]


def pair_of(one: str, other: str) -> str:
    """The name of a pair, whichever comes first."""
    return ".".join(sorted((one, other)))


def _group(twins: list[Twins]) -> Group:
    cards = {card.ref: card for each in twins for card in (each.one, each.other)}
    return Group(tuple(cards.values()), tuple(twins))


def _touches(group: list[Twins], twins: Twins) -> bool:
    return not set(_refs([twins])).isdisjoint(_refs(group))


def _refs(twins: list[Twins]) -> Iterator[CardRef]:
    return (card.ref for each in twins for card in (each.one, each.other))


def _crossed(one: str, other: str) -> str:
    return "&".join(sorted((one, other)))


def _held_by_one(one: str, other: str) -> bool:
    """Whether there may be somebody who holds both: nobody is two employees, and an owner needs no second grant."""
    return one.startswith(_HEADS) or other.startswith(_HEADS)
