"""What crm announces of cards that became one, and two again."""

from datetime import datetime
from typing import Any

from chalicelib.crm.model.cards import Record
from portal.events import Event
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class CardsMerged:
    """The loser went into the winner."""

    type = "crm.cards_merged"
    version = 1

    winner: Record
    loser: Record

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels; no client hears of it."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            about=(self.winner.ref, self.loser.ref),
            audience=self.winner.staff_audience,
            data={
                "winner": _named(self.winner),
                "loser": _named(self.loser),
                "owner_id": self.winner.owner.id,
            },
        )


@dataclass(frozen=True)
class CardsUnmerged(CardsMerged):
    """The loser came out of the winner again."""

    type = "crm.cards_unmerged"


def _named(record: Record) -> dict[str, Any]:
    return {"kind": str(record.kind), "id": record.id, "title": record.label}
