"""Cards that seem to be one, as far as who asks may see them."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, Protocol

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.likeness import (
    Alike,
    Strength,
    compared_with,
    likenesses,
    sought_words,
)
from chalicelib.crm.model.twins import Pair, pair_of
from chalicelib.crm.service.access import listing_grants
from chalicelib.crm.service.cards import CardBook
from chalicelib.crm.service.index import WordIndex
from chalicelib.crm.service.pairing import Pairing
from portal.clock import Clock
from portal.errors import InvalidError
from portal.principals import Actor, Principal
from portal.values import dataclass

_CANDIDATES, _MOST = 30, 5


class Pairs(Protocol):
    """Of which pairs of cards a person said that they are two."""

    def apart(self, pairs: Iterable[str]) -> set[str]:
        """Those of the pairs."""
        ...

    def note(self, pair: str, actor: Actor, at: Any, *, apart: bool) -> None:  # noqa: ANN401  # an instant
        """A person's word."""
        ...


@dataclass(frozen=True)
class Duplicates:
    """Looks for cards alike through the index, at a cost that depends on the card's own words alone."""

    book: CardBook
    index: WordIndex
    pairs: Pairs
    pairing: Pairing
    clock: Clock

    def of(self, principal: Principal, kind: type[Record], card_id: str) -> list[Alike]:
        """Cards like a card, the surest first, without those that a person said are others.

        Raises:
            NotFoundError: there is no such card, or the principal may not see it.
        """
        record = self.book.find(principal, kind, card_id)
        found = self.like(principal, record)
        apart = self.pairs.apart(pair_of(record.id, each.record.id) for each in found)
        return [each for each in found if pair_of(record.id, each.record.id) not in apart][:_MOST]

    def like(self, principal: Principal, record: Record) -> list[Alike]:
        """Cards like one that there may not be yet."""
        grants = listing_grants(principal)
        refs = {
            ref: None
            for word, kind in product(sought_words(record), compared_with(record.kind))
            for ref in self.index.beginning(kind, grants, word, _CANDIDATES)
            if ref.id != record.id
        }
        known = self.index.cards(list(refs)[:100]) if refs else []
        found = [
            Alike(other, why)
            for other in known
            if principal.may_see(other.audience) and (why := likenesses(record, other))
        ]
        strengths = list(Strength)
        return sorted(
            found,
            key=lambda each: (
                strengths.index(each.strength),
                -len(each.likenesses),
                each.record.id,
            ),
        )

    def tell_apart(
        self, principal: Principal, cards: Sequence[tuple[type[Record], str]], *, apart: bool
    ) -> None:
        """Remembers that two cards are not one, or forgets it; the lists of pairs follow at once.

        Raises:
            NotFoundError: there is no such card, or the principal may not see it.
            InvalidError: it is one card.
        """
        one, other = (self.book.find(principal, kind, card_id) for kind, card_id in cards)
        if one.id == other.id:
            raise InvalidError.at("/other_id", "Name another card.")
        actor = Actor.of(principal)
        self.pairs.note(pair_of(one.id, other.id), actor, self.clock(), apart=apart)
        self.pairing.settle(Pair.of(one.ref, other.ref))
