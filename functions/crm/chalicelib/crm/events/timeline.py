"""What the timeline announces."""

from datetime import datetime

from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.timeline import Entry
from portal.cards import CardRef
from portal.clock import to_wire
from portal.events import Event
from portal.values import dataclass


@dataclass(frozen=True)
class EntryAdded:
    """Something happened that the people of a card want to know.

    It is announced once, with the main card, however many cards (`also`) the entry stands on. An employee who has
    brought a letter in himself (`brought_by`) knows of it.
    """

    type = "crm.entry_added"
    version = 1

    entry: Entry
    card: Card
    also: tuple[CardRef, ...] = ()
    mentioned_ids: tuple[str, ...] = ()
    brought_by: str | None = None

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels; a client hears of it only if he may see the entry."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=self.entry.actor,
            about=tuple(dict.fromkeys((self.card.ref, *self.also))),
            audience=self.entry.audience(self.card.audience),
            data={
                "entry": {
                    "id": self.entry.id,
                    "kind": str(self.entry.kind),
                    "at": to_wire(self.entry.at),
                    "direction": self.entry.direction,
                    "summary": self.entry.summary,
                    "mark": self.entry.mark and str(self.entry.mark),
                },
                "card": {
                    "kind": str(self.card.kind),
                    "id": self.card.id,
                    "title": self.card.title,
                },
                "owner_id": self.card.owner_id,
                "participant_ids": sorted(self.card.participant_ids),
                "mentioned_ids": list(self.mentioned_ids),
                "brought_by": self.brought_by,
            },
        )
