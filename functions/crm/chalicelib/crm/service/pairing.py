"""The lists of cards that seem to be one, derived anew whenever one of the cards has changed.

As in `service.indexing` each announcement is only a hint to look: both cards are read as they are now, and a pair is
saved only if neither has changed by then. So repetitions, another order and crashes change nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Protocol

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.likeness import (
    Strength,
    compared_with,
    likenesses,
    sought_words,
    strength_of,
)
from chalicelib.crm.model.twins import Pair, Standing
from chalicelib.crm.service.index import WordIndex
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError
from portal.paging import Page, PageRequest
from portal.principals import OWNER_GRANT
from portal.values import dataclass

_ATTEMPTS = 6
_CANDIDATES, _READ, _MOST = 30, 100, 10

OF_LIKENESS = frozenset(
    {"name", "title", "emails", "phones", "handles", "tax_id", "domains", "merged"}
) | {"owner", "owner_id", "participant_ids", "converted_to"}
"""The fields by which a card is like another, or by which others see it."""


class Apart(Protocol):
    """Of which pairs of cards a person said that they are two."""

    def apart(self, pairs: Iterable[str]) -> set[str]:
        """Those of the pairs."""
        ...


class TwinBook(Protocol):
    """Pairs of cards that seem to be one."""

    def paired(self, ref: CardRef) -> list[CardRef]:
        """With which cards this one is paired."""
        ...

    def standing(self, pairs: Iterable[Pair]) -> dict[Pair, Standing]:
        """How those of the pairs stand that do."""
        ...

    def cards(self, refs: Iterable[CardRef]) -> list[Record]:
        """Up to a hundred cards as they are now; the missing are left out."""
        ...

    def save(
        self, pair: Pair, former: Standing, wanted: Standing, versions: Mapping[CardRef, int | None]
    ) -> None:
        """Brings a pair to how it should stand; raises `ConflictError` where it or a card has changed."""
        ...

    def page(self, kind: CardKind, grants: Iterable[str], request: PageRequest) -> Page[Pair]:
        """The pairs of a kind that the grants show, the strongest first."""
        ...

    def count(self, kind: CardKind, grants: Iterable[str], most: int) -> int:
        """How many they are, at most so many."""
        ...


@dataclass(frozen=True)
class Pairing:
    """Follows the cards; `pause` waits a little before the attempt of that number."""

    index: WordIndex
    book: TwinBook
    told: Apart
    pause: Callable[[int], None]

    def follow(self, ref: CardRef) -> None:
        """Pairs a card with those that it is like now, and with no others; deals are not compared.

        Raises:
            ConflictError: others went on changing the same cards.
        """
        if ref.kind is CardKind.DEAL:
            return
        others = {*self.book.paired(ref), *self._candidates(ref)}
        for other in sorted(others):
            self.settle(Pair.of(ref, other))

    def settle(self, pair: Pair) -> None:
        """Lets two cards stand as a pair, or not.

        Raises:
            ConflictError: as in `follow`.
        """
        for attempt in range(1, _ATTEMPTS):
            try:
                return self._settle(pair)
            except ConflictError:
                self.pause(attempt)
        return self._settle(pair)

    def _settle(self, pair: Pair) -> None:
        # In this order: a standing that was read after the cards could already be of a later state of them.
        former = self.book.standing([pair]).get(pair, Standing())
        cards = {card.ref: card for card in self.book.cards([pair.one, pair.other])}
        wanted = self._wanted(pair, cards)
        if wanted != former:
            versions = {ref: card.version for ref, card in cards.items()}
            self.book.save(pair, former, wanted, versions)

    def _wanted(self, pair: Pair, cards: Mapping[CardRef, Record]) -> Standing:
        one, other = cards.get(pair.one), cards.get(pair.other)
        if one is None or other is None or self.told.apart([pair.name]):
            return Standing()
        return Standing.of(one, other)

    def _candidates(self, ref: CardRef) -> list[CardRef]:
        """The few cards that are most like it, whoever may see them: the lists show each only to who sees both."""
        (record, *_) = [*self.book.cards([ref]), None]
        if record is None or record.successor:
            return []
        # Of two cards made at once, whichever is looked at last has to see the other.
        found = (
            each
            for word, kind in product(sought_words(record), compared_with(ref.kind))
            for each in self.index.beginning(
                kind, {OWNER_GRANT}, word, _CANDIDATES, consistent=True
            )
        )
        refs = [each for each in dict.fromkeys(found) if each != ref][:_READ]
        known = self.index.cards(refs) if refs else []
        alike = [(_rank(record, other), other.ref) for other in known if likenesses(record, other)]
        return [each for _, each in sorted(alike)[:_MOST]]


def _rank(one: Record, other: Record) -> tuple[int, int]:
    found = likenesses(one, other)
    return list(Strength).index(strength_of(found)), -len(found)
