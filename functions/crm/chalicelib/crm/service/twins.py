"""What a person reads of the cards that seem to be one."""

from collections.abc import Iterator, Sequence

from chalicelib.crm.model.likeness import likenesses
from chalicelib.crm.model.twins import Group, Pair, Twins, groups_of
from chalicelib.crm.service.access import listing_grants
from chalicelib.crm.service.pairing import Apart, TwinBook
from portal.cards import CardKind
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass

COMPARED = (CardKind.CONTACT, CardKind.COMPANY, CardKind.LEAD)
MOST_COUNTED = 100
_MOST = 50


@dataclass(frozen=True)
class TwinLists:
    """Answers at a cost that depends on the reader's grants and on the page."""

    book: TwinBook
    told: Apart

    def page(self, principal: Principal, kind: CardKind, request: PageRequest) -> Page[Group]:
        """Groups of cards of which the principal may see each, the strongest first.

        The lists may be a moment behind: the cards themselves say what they have in common. A group of many may go on
        on the next page.

        Raises:
            InvalidError: the cursor is of another list.
        """
        wanted = PageRequest(min(request.limit, _MOST), request.cursor)
        page = self.book.page(kind, listing_grants(principal), wanted)
        return Page(groups_of(self._seen(principal, page.items)), page.next)

    def counts(self, principal: Principal) -> dict[CardKind, int]:
        """How many pairs there are of each kind for the principal to look at, up to `MOST_COUNTED`."""
        grants = listing_grants(principal)
        return {kind: self.book.count(kind, grants, MOST_COUNTED) for kind in COMPARED}

    def _seen(self, principal: Principal, pairs: Sequence[Pair]) -> Iterator[Twins]:
        refs = {ref for pair in pairs for ref in (pair.one, pair.other)}
        cards = {card.ref: card for card in self.book.cards(sorted(refs))} if refs else {}
        seen = {ref: card for ref, card in cards.items() if principal.may_see(card.audience)}
        apart = self.told.apart(pair.name for pair in pairs)
        for pair in pairs:
            one, other = seen.get(pair.one), seen.get(pair.other)
            if one and other and pair.name not in apart and (why := likenesses(one, other)):
                yield Twins(one, other, why)
