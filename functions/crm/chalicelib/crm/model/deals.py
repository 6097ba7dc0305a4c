"""Deals: what is being sold, to whom, and how far it has come."""

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date, datetime
from typing import ClassVar

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.pipelines import Stage, StageKind
from chalicelib.crm.model.stays import MoveCause, Spent, Times, with_stay
from portal.cards import CardKind
from portal.money import Money
from portal.principals import Actor, head_grant
from portal.values import dataclass


@dataclass(frozen=True, kw_only=True)
class Deal(Record):
    """A sale in a stage of a pipeline; `lost_reason` and `lost_note` stand while the stage is a lost one.

    `pipeline_departments` are those that the pipeline is for, none for all: the heads of others do not see the deal.
    `round` counts the rounds of the service contract `contract_id`; such a deal is `due_on` a day. `spent` is None for a deal that is older than this counting.
    """

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
    lost_note: str | None = None
    pipeline_departments: frozenset[str] = field(default_factory=frozenset)
    round: int | None = None
    contract_id: str | None = None
    due_on: date | None = None
    spent: Times | None = field(default_factory=dict)

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

    def moved(
        self, stage: Stage, at: datetime, stay: Spent, reason: str | None, note: str | None = None
    ) -> "Deal":
        """The same deal in another stage of its pipeline, after the `stay` in this one."""
        lost = stage.kind is StageKind.LOST
        return replace(
            self,
            stage_id=stage.id,
            stage_kind=stage.kind,
            stage_since=at,
            lost_reason=reason if lost else None,
            lost_note=note if lost else None,
            spent=None if self.spent is None else with_stay(self.spent, self.stage_id, stay),
            updated_at=at,
        )

    def _staff_tokens(self) -> Iterable[str]:
        others = self.owner.department_ids - self.pipeline_departments
        hidden = frozenset(map(head_grant, others)) if self.pipeline_departments else frozenset()
        return (token for token in super()._staff_tokens() if token not in hidden)


@dataclass(frozen=True)
class StageMove:
    """A line of a deal's stage log; `seconds` is the time spent in the former stage, None for the first line.

    `minutes` are those of them that were worked. `to_name` and `pipeline_name` are what the stage and its pipeline
    were called then: they may be gone by now.
    """

    id: str
    deal_id: str
    pipeline_id: str
    from_stage_id: str | None
    to_stage_id: str
    at: datetime
    actor: Actor
    reason: str | None = None
    seconds: int | None = None
    note: str | None = None
    from_pipeline_id: str | None = None
    to_name: str | None = None
    pipeline_name: str | None = None
    minutes: int | None = None
    cause: MoveCause | None = None

    @classmethod
    def between(
        cls, before: Deal, after: Deal, move_id: str, actor: Actor, stay: Spent
    ) -> "StageMove":
        """The line that tells of a move, but for its reason, and for what the stage is called."""
        return cls(
            id=move_id,
            deal_id=after.id,
            pipeline_id=after.pipeline_id,
            from_stage_id=before.stage_id,
            to_stage_id=after.stage_id,
            at=after.stage_since,
            actor=actor,
            seconds=stay.seconds,
            minutes=stay.minutes,
            from_pipeline_id=before.pipeline_id,
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


def spent_in(log: Iterable[StageMove]) -> Times:
    """The time in each stage as a log tells it; lines of an older portal tell no minutes."""
    times: Times = {}
    for move in log:
        if move.from_stage_id and move.seconds is not None:
            stay = Spent(move.seconds, move.minutes or 0, 1)
            times = with_stay(times, move.from_stage_id, stay)
    return times
