"""Deals: what is being sold, to whom, and how far it has come."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.pipelines import Stage, StageKind
from portal.cards import CardKind
from portal.money import Money
from portal.principals import Actor


@dataclass(frozen=True, kw_only=True)
class Deal(Record):
    """A sale in a stage of a pipeline; `lost_reason` stands while the stage is a lost one."""

    kind: ClassVar[CardKind] = CardKind.DEAL

    title: str
    pipeline_id: str
    stage_id: str
    stage_kind: StageKind
    stage_since: datetime
    contact_ids: tuple[str, ...] = ()
    company_id: str | None = None
    amount: Money | None = None
    lost_reason: str | None = None
    description: str | None = None

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def open(self) -> bool:
        """Whether it is neither won nor lost."""
        return self.stage_kind is StageKind.OPEN

    @property
    def closed_at(self) -> datetime | None:
        """When it was won or lost."""
        return None if self.open else self.stage_since

    @property
    def card_contact_ids(self) -> tuple[str, ...]:
        """The contacts, the main one first."""
        return self.contact_ids

    @property
    def card_company_id(self) -> str | None:
        """The buyer."""
        return self.company_id

    @property
    def client_ids(self) -> tuple[str, ...]:
        """The client accounts of its contacts."""
        return self.contact_ids

    def moved(self, stage: Stage, at: datetime, reason: str | None) -> "Deal":
        """The same deal in another stage of its pipeline."""
        lost = stage.kind is StageKind.LOST
        return replace(
            self,
            stage_id=stage.id,
            stage_kind=stage.kind,
            stage_since=at,
            lost_reason=reason if lost else None,
            updated_at=at,
        )


@dataclass(frozen=True)
class StageMove:
    """A line of a deal's stage log; `seconds` is the time spent in the former stage, None for the first line."""

    id: str
    deal_id: str
    pipeline_id: str
    from_stage_id: str | None
    to_stage_id: str
    at: datetime
    actor: Actor
    reason: str | None = None
    seconds: int | None = None

    @classmethod
    def between(
        cls, before: Deal, after: Deal, move_id: str, actor: Actor, reason: str | None
    ) -> "StageMove":
        """The line that tells of a move."""
        spent = after.stage_since - before.stage_since
        return cls(
            id=move_id,
            deal_id=after.id,
            pipeline_id=after.pipeline_id,
            from_stage_id=before.stage_id,
            to_stage_id=after.stage_id,
            at=after.stage_since,
            actor=actor,
            reason=reason,
            seconds=int(spent.total_seconds()),
        )

    @classmethod
    def first(cls, deal: Deal, move_id: str, actor: Actor) -> "StageMove":
        """The line that opens the log of a new deal."""
        return cls(
            move_id,
            deal.id,
            deal.pipeline_id,
            None,
            deal.stage_id,
            deal.created_at,
            actor,
        )
