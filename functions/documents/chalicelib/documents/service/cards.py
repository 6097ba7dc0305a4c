"""The one question about access: may the caller see the card?"""

from chalicelib.documents.service.ports import CardAccess, Cards
from portal.cards import CardRef
from portal.errors import NotFoundError


def require_card(cards: Cards, authorization: str | None, card: CardRef) -> CardAccess:
    """The card, if the bearer of the header may see it.

    Raises:
        NotFoundError: he may not, or there is none.
        UnavailableError: nobody can tell at this moment.
    """
    found = cards.visible(authorization, [card])
    if card not in found:
        raise NotFoundError("There is no such card.")
    return found[card]
