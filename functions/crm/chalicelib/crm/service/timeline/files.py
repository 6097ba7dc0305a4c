"""Files that came to a card, and files that were refused."""

from dataclasses import replace

from chalicelib.crm.events.timeline import EntryAdded
from chalicelib.crm.model.timeline import Entry, EntryKind, Mark, Source
from chalicelib.crm.service.ports import Cards
from chalicelib.crm.service.timeline.ports import Entries
from portal.cards import CardKind, CardRef
from portal.clock import Clock
from portal.errors import NotFoundError
from portal.events import Event
from portal.ids import Ids
from portal.values import dataclass

_OUTSIDERS = frozenset({"client", "guest"})


@dataclass(frozen=True)
class Files:
    """What documents announces, told on the timelines; each version of a file once."""

    cards: Cards
    entries: Entries
    clock: Clock
    ids: Ids

    def receive(self, event: Event) -> None:
        """Tells of a file; the card's clients read of it only when it is shared with them.

        Raises:
            NotFoundError: there is no such card.
        """
        self._tell(event, replace(_entry(event), for_all_clients=event.data["shared_with_client"]))

    def refuse(self, event: Event) -> None:
        """Tells the company's own people of a file that was not taken, and why.

        Raises:
            NotFoundError: there is no such card.
        """
        entry = _entry(event)
        refused_id = f"{entry.id}.refused"
        self._tell(
            event, replace(entry, id=refused_id, mark=Mark.REFUSED, text=event.data["reason"])
        )

    def _tell(self, event: Event, entry: Entry) -> None:
        ref = CardRef(CardKind(event.data["card"]["kind"]), event.data["card"]["id"])
        card = self.cards.card(ref)
        if card is None:
            raise NotFoundError(f"There is no such {ref.kind}.")
        added = EntryAdded(entry, card).to_event(self.ids(), self.clock())
        self.entries.add(ref, entry, added)


def _entry(event: Event) -> Entry:
    document = event.data["document"]
    return Entry(
        id=f"{document['id']}.{document['version']}",
        kind=EntryKind.FILE,
        at=event.occurred_at,
        direction="inbound" if event.actor.kind in _OUTSIDERS else None,
        summary=document["name"],
        actor=event.actor,
        source=Source("documents", document["id"]),
    )
