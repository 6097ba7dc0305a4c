"""The step in which a card comes to be."""

from dataclasses import replace
from typing import Any, TypeVar

from chalicelib.crm.events.cards import CardChanged, DealStageChanged
from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.deals import Deal, StageMove
from chalicelib.crm.model.spots import Spot
from chalicelib.crm.model.timeline import Entry, EntryKind, Source
from chalicelib.crm.service.changes import Change
from portal.ids import Ids
from portal.principals import Actor

R = TypeVar("R", bound=Record)


def begun(record: R, actor: Actor, ids: Ids, **more: Any) -> Change[R]:  # noqa: ANN401  # fields of Change
    """The change that brings a new card, and the beginning of its timeline."""
    event = CardChanged(record, created=True).to_event(ids(), record.created_at, actor)
    entry = Entry(
        id=record.id,
        kind=EntryKind.CREATED,
        at=record.created_at,
        direction=None,
        summary=record.label,
        actor=actor,
        source=Source("crm", record.id),
    )
    return Change(None, record, event, **{"entry": entry, **more})


def deal_begun(
    deal: Deal,
    actor: Actor,
    ids: Ids,
    spot: Spot | None = None,
    **more: Any,  # noqa: ANN401  # fields of Change
) -> Change[Deal]:
    """The change that brings a new deal, with the first line of its stage log."""
    move = StageMove.first(deal, ids(), actor)
    if spot:
        move = replace(move, to_name=spot.stage.name, pipeline_name=spot.pipeline.name)
    event = DealStageChanged(deal, move).to_event(ids())
    return begun(deal, actor, ids, move=move, move_event=event, **more)
