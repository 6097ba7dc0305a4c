"""Finding cards of any kind by a few words."""

from collections.abc import Sequence

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.search import rank, require_words
from chalicelib.crm.model.words import answers, words_of
from chalicelib.crm.service.access import listing_grants
from chalicelib.crm.service.ports import WordIndex
from portal.cards import CardRef
from portal.principals import Principal
from portal.values import dataclass

_CANDIDATES = 100
_ASKED = 3


@dataclass(frozen=True)
class Search:
    """Answers at a cost that depends on the reader's grants and on the candidates, which are never many."""

    index: WordIndex

    def find(self, principal: Principal, text: str, limit: int) -> list[Record]:
        """Cards that the principal may see and that answer to every word, the best and newest first.

        The rarest of the three longest words chooses the candidates, and the cards themselves decide.

        Raises:
            InvalidError: there is no word to look for.
        """
        typed = require_words(text)
        found = [
            record
            for record in self.index.cards(self._candidates(listing_grants(principal), typed))
            if not record.merged
            and principal.may_see(record.audience)
            and answers(words_of(record), typed)
        ]
        found.sort(key=lambda record: (*rank(record, typed), record.id), reverse=True)
        return found[:limit]

    def _candidates(self, grants: frozenset[str], typed: frozenset[str]) -> Sequence[CardRef]:
        asked = sorted(sorted(typed), key=len, reverse=True)[:_ASKED]
        found = (self.index.beginning(grants, word, _CANDIDATES) for word in asked)
        return min(found, key=len)
