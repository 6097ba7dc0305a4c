"""What crm announces of cards."""

from datetime import datetime
from typing import Any

from chalicelib.crm.model.cards import Record, differences
from chalicelib.crm.model.deals import Deal, StageMove
from portal.events import Event
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class CardChanged:
    """A card was made, or some of its fields changed."""

    type = "crm.card_changed"
    version = 1

    record: Record
    changed: tuple[str, ...] = ()
    created: bool = False

    @classmethod
    def between(cls, before: Record, after: Record) -> "CardChanged":
        """The change from one state to the next."""
        return cls(after, differences(before, after))

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            about=(self.record.ref,),
            audience=self.record.audience,
            data=self._data(),
        )

    def _data(self) -> dict[str, Any]:
        record = self.record
        return {
            "card": {"kind": str(record.kind), "id": record.id, "title": record.label},
            "owner_id": record.owner.id,
            "participant_ids": sorted(record.participant_ids),
            "changed": list(self.changed),
            "created": self.created,
        }


@dataclass(frozen=True)
class CardRemoved:
    """A card is no more."""

    type = "crm.card_removed"
    version = 1

    record: Record

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels."""
        record = self.record
        card = {"kind": str(record.kind), "id": record.id, "title": record.label}
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            about=(record.ref,),
            audience=record.audience,
            data={"card": card, "owner_id": record.owner.id},
        )


@dataclass(frozen=True)
class DealStageChanged:
    """A deal came into a stage; a new deal comes from none."""

    type = "crm.deal_stage_changed"
    version = 1

    deal: Deal
    move: StageMove

    def to_event(self, event_id: str) -> Event:
        """The event as it travels. It carries the reason, so that no client is among the audience."""
        move = self.move
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=move.at,
            actor=move.actor,
            about=(self.deal.ref,),
            audience=self.deal.staff_audience,
            data={
                "deal_id": move.deal_id,
                "pipeline_id": move.pipeline_id,
                "from_pipeline_id": move.from_pipeline_id,
                "from_stage_id": move.from_stage_id,
                "to_stage_id": move.to_stage_id,
                "reason": move.reason,
            },
        )
