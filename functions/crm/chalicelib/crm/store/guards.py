"""What keeps deals out of a stage that was removed, whoever still believes that it is there."""

import zlib
from collections.abc import Iterable

from chalicelib.crm.model.deals import StageMove
from chalicelib.crm.store.items import GuardItem
from portal.dynamo import Writes
from portal.errors import ConflictError

# Each move asks one of the parts, so that two deals moved at once seldom stand in each other's way.
_PARTS = 8


def entering(move: StageMove) -> Writes:
    """Lets a deal come into a stage that is not closed."""
    closed = ConflictError("This stage was removed meanwhile. Choose another.")
    part = zlib.crc32(move.deal_id.encode()) % _PARTS
    return Writes().check(
        _guard(move.pipeline_id, part), ~GuardItem.closed.contains(move.to_stage_id), closed
    )


def closing(pipeline_id: str, stage_ids: Iterable[str]) -> Writes:
    """Closes stages for good."""
    writes, closed = Writes(), set(stage_ids)
    for part in range(_PARTS if closed else 0):
        writes.update(_guard(pipeline_id, part), [GuardItem.closed.add(closed)])
    return writes


def _guard(pipeline_id: str, part: int) -> GuardItem:
    return GuardItem(f"guard#{pipeline_id}", str(part))
