"""The stage log of a deal."""

from typing import Any

from chalicelib.crm.model.deals import StageMove
from chalicelib.crm.model.stays import MoveCause
from chalicelib.crm.store.items import StageMoveItem
from portal.clock import from_wire, to_wire
from portal.dynamo import read_page
from portal.paging import Page, PageRequest
from portal.principals import Actor

_PREFIX = "stage#"


def to_item(move: StageMove) -> StageMoveItem:
    """A line of the log as an item."""
    at = to_wire(move.at)
    values: dict[str, Any] = {
        "id": move.id,
        "pipeline_id": move.pipeline_id,
        "from_stage_id": move.from_stage_id,
        "to_stage_id": move.to_stage_id,
        "at": at,
        "actor_kind": move.actor.kind,
        "actor_id": move.actor.id,
        "actor_name": move.actor.name,
        "reason": move.reason,
        "seconds": move.seconds,
        "note": move.note,
        "from_pipeline_id": move.from_pipeline_id,
        "to_name": move.to_name,
        "pipeline_name": move.pipeline_name,
        "minutes": move.minutes,
        "cause": move.cause and str(move.cause),
    }
    return StageMoveItem(
        f"deal#{move.deal_id}",
        f"{_PREFIX}{at}#{move.id}",
        **{name: value for name, value in values.items() if value is not None},
    )


class StageLog:
    """The log of each deal in the table."""

    def moves(self, deal_id: str, request: PageRequest) -> Page[StageMove]:
        """The moves of a deal, the latest first."""
        condition = StageMoveItem.sk.startswith(_PREFIX)
        page = read_page(StageMoveItem, f"deal#{deal_id}", request, condition)
        return page.map(_to_move)


def _to_move(item: StageMoveItem) -> StageMove:
    return StageMove(
        id=item.id,
        deal_id=item.pk.removeprefix("deal#"),
        pipeline_id=item.pipeline_id,
        from_stage_id=item.from_stage_id,
        to_stage_id=item.to_stage_id,
        at=from_wire(item.at),
        actor=Actor(item.actor_kind, item.actor_id, item.actor_name),
        reason=item.reason,
        seconds=None if item.seconds is None else int(item.seconds),
        note=item.note,
        from_pipeline_id=item.from_pipeline_id,
        to_name=item.to_name,
        pipeline_name=item.pipeline_name,
        minutes=None if item.minutes is None else int(item.minutes),
        cause=MoveCause(item.cause) if item.cause else None,
    )
