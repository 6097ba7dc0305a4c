"""Finding cards of any kind by a few words."""

from dataclasses import dataclass

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.search import rank, require_words
from chalicelib.crm.model.words import answers, words_of
from chalicelib.crm.service.access import listing_grants
from chalicelib.crm.service.ports import WordIndex
from portal.principals import Principal

_CANDIDATES = 100


@dataclass(frozen=True)
class Search:
    """Answers at a cost that depends on the reader's grants and on the candidates, which are never many."""

    index: WordIndex

    def find(self, principal: Principal, text: str, limit: int) -> list[Record]:
        """Cards that the principal may see and that answer to every word, the best and newest first.

        The longest word chooses the candidates, and the cards themselves decide.

        Raises:
            InvalidError: there is no word to look for.
        """
        typed = require_words(text)
        longest = max(sorted(typed), key=len)
        candidates = self.index.beginning(listing_grants(principal), longest, _CANDIDATES)
        found = [
            record
            for record in self.index.cards(candidates)
            if principal.may_see(record.audience) and answers(words_of(record), typed)
        ]
        found.sort(key=lambda record: (*rank(record, typed), record.id), reverse=True)
        return found[:limit]
