"""Finding cards of any kind by a few words."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice, zip_longest
from typing import TypeVar

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.search import rank, require_words
from chalicelib.crm.model.words import LEAST_LETTERS, answers, words_of
from chalicelib.crm.service.access import listing_grants
from chalicelib.crm.service.index import WordIndex
from portal.cards import CardKind, CardRef
from portal.principals import Principal
from portal.values import dataclass

T = TypeVar("T")

_CANDIDATES = 100
_ASKED = 3
# To look at so few cards costs no more than to ask of another word.
_FEW = 5


@dataclass(frozen=True)
class Search:
    """Answers at a cost that depends on the reader's grants and on the candidates, which are never many."""

    index: WordIndex

    def find(self, principal: Principal, text: str, limit: int) -> list[Record]:
        """Cards that the principal may see and that answer to every word, the best and newest first.

        The rarest of the three longest words chooses the candidates of each kind, and the cards themselves decide.
        Where there are too many, the kinds are taken in turn, so that none crowds out the others.

        Raises:
            InvalidError: there is no word to look for.
        """
        typed = require_words(text)
        found = self._answering(principal, typed)
        by_kind = ([record for record in found if record.kind is kind] for kind in CardKind)
        return _best_first(_in_turn(by_kind, limit), typed)

    def _answering(self, principal: Principal, typed: frozenset[str]) -> list[Record]:
        found = (
            record
            for record in self.index.cards(self._candidates(listing_grants(principal), typed))
            if not record.merged
            and principal.may_see(record.audience)
            and answers(words_of(record), typed)
        )
        return _best_first(found, typed)

    def _candidates(self, grants: frozenset[str], typed: frozenset[str]) -> list[CardRef]:
        words = sorted(sorted(typed), key=len, reverse=True)[:_ASKED]
        asked = [word for word in words if len(word) >= LEAST_LETTERS]
        by_kind = (self._of_kind(kind, grants, asked) for kind in CardKind)
        return _in_turn(by_kind, _CANDIDATES)

    def _of_kind(
        self, kind: CardKind, grants: frozenset[str], asked: Sequence[str]
    ) -> list[CardRef]:
        """What the rarest of the words leads to, each asked only while there are many."""
        first, *others = asked
        found = self.index.beginning(kind, grants, first, _CANDIDATES)
        for word in others:
            if len(found) > _FEW:
                found = min(found, self.index.beginning(kind, grants, word, _CANDIDATES), key=len)
        return found


def _best_first(found: Iterable[Record], typed: frozenset[str]) -> list[Record]:
    return sorted(found, key=lambda record: (*rank(record, typed), record.id), reverse=True)


def _in_turn(groups: Iterable[Sequence[T]], most: int) -> list[T]:
    """The first of each group, then the second of each, and so on."""
    dealt = chain.from_iterable(zip_longest(*groups))
    return list(islice((each for each in dealt if each is not None), most))
