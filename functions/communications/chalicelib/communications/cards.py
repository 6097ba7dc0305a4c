"""The cards as crm shows them to the one who asks."""

from collections.abc import Iterable, Mapping

from chalicelib.communications.service.ports import CardAccess
from portal.cards import CardKind, CardRef
from portal.neighbours import Neighbour

_CARDS_A_QUESTION = 20


class CrmCards:
    """Asks crm's public API with the caller's own token, so that crm's rule is the only one."""

    def __init__(self, base_url: str) -> None:
        self._crm = Neighbour(base_url)

    def visible(
        self, authorization: str | None, cards: Iterable[CardRef]
    ) -> Mapping[CardRef, CardAccess]:
        """Those of the cards that the bearer of the header may see."""
        wanted = list(dict.fromkeys(cards))
        found: dict[CardRef, CardAccess] = {}
        for start in range(0, len(wanted), _CARDS_A_QUESTION):
            found |= self._ask(authorization or "", wanted[start : start + _CARDS_A_QUESTION])
        return found

    def _ask(self, authorization: str, cards: list[CardRef]) -> dict[CardRef, CardAccess]:
        query = {"cards": ",".join(map(str, cards))}
        answer = self._crm.get("/crm/access", authorization, query)
        return {
            CardRef(CardKind(item["card"]["kind"]), item["card"]["id"]): CardAccess(
                item["title"], frozenset(item["audience"]), tuple(item["contact_ids"])
            )
            for item in (answer or {"items": []})["items"]
        }
