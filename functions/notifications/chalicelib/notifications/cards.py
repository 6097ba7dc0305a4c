"""The cards as crm shows them to the one who asks."""

from collections.abc import Collection, Iterable

from portal.cards import CardKind, CardRef
from portal.neighbours import Neighbour


class CrmCards:
    """Asks crm's public API with the caller's own token, so that crm's rule is the only one."""

    def __init__(self, base_url: str) -> None:
        self._crm = Neighbour(base_url)

    def visible(self, authorization: str | None, cards: Iterable[CardRef]) -> Collection[CardRef]:
        """Those of the cards that the bearer of the header may see."""
        names = ",".join(map(str, cards))
        answer = self._crm.get("/crm/access", authorization or "", {"cards": names})
        items = (answer or {"items": []})["items"]
        return {CardRef(CardKind(i["card"]["kind"]), i["card"]["id"]) for i in items}
