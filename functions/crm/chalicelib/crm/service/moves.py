"""The one step in which a deal comes into another stage."""

from dataclasses import replace
from datetime import datetime

from chalicelib.crm.events.cards import CardChanged, DealStageChanged
from chalicelib.crm.events.timeline import EntryAdded
from chalicelib.crm.model.deals import Deal, StageMove
from chalicelib.crm.model.hours import WorkingHours
from chalicelib.crm.model.spots import Spot
from chalicelib.crm.model.stays import MoveCause, Spent
from chalicelib.crm.model.timeline import Entry, EntryKind, Source
from chalicelib.crm.service.changes import Change
from portal.ids import Ids
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class Why:
    """Who moves a deal, when, and for what reason; `note` says more in free words.

    The time that it leaves behind is told by the working `hours` as well.
    """

    actor: Actor
    at: datetime
    hours: WorkingHours
    reason: str | None = None
    note: str | None = None
    cause: MoveCause | None = None


def moved(before: Deal, spot: Spot, why: Why, ids: Ids) -> Change[Deal]:
    """The change that brings a deal into a stage, of whatever pipeline; its stage log goes on."""
    stay = Spent.between(before.stage_since, why.at, why.hours)
    after = replace(before.moved(spot.stage, why.at, stay, why.reason, why.note), **spot.fields)
    move = replace(
        StageMove.between(before, after, ids(), why.actor, stay),
        reason=why.reason,
        note=why.note,
        cause=why.cause,
        to_name=spot.stage.name,
        pipeline_name=spot.pipeline.name,
    )
    entry = _entry(move, spot)
    return Change(
        before,
        after,
        CardChanged.between(before, after).to_event(ids(), why.at, why.actor),
        entry=entry,
        entry_event=EntryAdded(entry, after.to_card()).to_event(ids(), why.at),
        move=move,
        move_event=DealStageChanged(after, move).to_event(ids()),
    )


def _entry(move: StageMove, spot: Spot) -> Entry:
    elsewhere = spot.pipeline.name if move.from_pipeline_id != move.pipeline_id else None
    told = (elsewhere, move.reason, move.note)
    return Entry(
        id=move.id,
        kind=EntryKind.STAGE,
        at=move.at,
        direction=None,
        summary=spot.stage.name,
        actor=move.actor,
        source=Source("crm", move.id),
        for_all_clients=True,
        note=". ".join(part for part in told if part) or None,
    )
