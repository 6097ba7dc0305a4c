"""Who may see which card. `Principal.may_see` against a card's audience is the only rule."""

from collections.abc import Iterable

from chalicelib.crm.model.cards import Card, Record
from chalicelib.crm.service.ports import Cards
from portal.cards import CardRef
from portal.principals import OWNER_GRANT, Audience, Principal, employee_grant, head_grant
from portal.values import dataclass


@dataclass(frozen=True)
class Access:
    """Cards as the caller may see them."""

    store: Cards

    def visible(self, caller: Principal, refs: Iterable[CardRef]) -> list[Card]:
        """Those of the cards that exist and that the caller may see, in the order of asking."""
        wanted = list(dict.fromkeys(refs))
        found = self.store.cards(wanted)
        cards = (found[ref] for ref in wanted if ref in found)
        return [card for card in cards if caller.may_see(card.audience)]


def audience_of(cards: Cards, record: Record) -> Audience:
    """Who sees a card; what was merged into another one is seen by those who see that one."""
    card = cards.card(record.ref) if record.merged else None
    return card.audience if card else record.audience


def listing_grants(caller: Principal) -> frozenset[str]:
    """The fewest grants that together show the caller every card he may see.

    No card names a department as a whole, so a department's grant shows nothing that these do not.
    """
    if not caller.is_staff:
        return caller.grants
    if caller.is_owner:
        return frozenset({OWNER_GRANT})
    return frozenset({employee_grant(caller.id), *map(head_grant, caller.headed_ids)})
