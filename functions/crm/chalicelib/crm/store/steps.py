"""The open reminders on cards.

``reminder#<id>`` / card is what was told of each; ``steps#<card>`` / ``<due>#<id>`` are those that are open, in the
order in which they fall due.
"""

from dataclasses import asdict
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute

from chalicelib.crm.model.pulse import Step
from chalicelib.crm.service.pulse.ports import Noted
from chalicelib.crm.store.table import TABLE
from portal.cards import CardRef
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read
from portal.errors import ConflictError


class NotedItem(TABLE):
    """What was last told of a reminder on a card; it stays when the reminder is done."""

    as_of = UnicodeAttribute()
    position = UnicodeAttribute(null=True)


class StepItem(TABLE):
    """An open reminder."""

    step = JSONAttribute()


def note(ref: CardRef, noted: Noted) -> None:
    """Remembers a reminder on a card, unless something later is known of it."""
    key = f"reminder#{noted.reminder_id}", str(ref)
    before = read(NotedItem, *key, consistent=True)
    if before and before.as_of >= noted.as_of:
        return
    unchanged = NotedItem.as_of == before.as_of if before else NotedItem.pk.does_not_exist()
    busy = ConflictError("This reminder is being changed right now. Try again.")
    position = f"{to_wire(noted.step.due_at)}#{noted.reminder_id}" if noted.step else None
    item = NotedItem(*key, as_of=noted.as_of)
    if position:
        item.position = position
    writes = Writes().put(item, unchanged, busy)
    if before and before.position and before.position != position:
        writes.delete(StepItem(_steps(ref), before.position))
    if noted.step and position:
        writes.put(StepItem(_steps(ref), position, step=_from_step(noted.step)))
    writes.commit()


def first(ref: CardRef) -> Step | None:
    """The earliest open reminder on a card."""
    found = StepItem.query(_steps(ref), limit=1, consistent_read=True)
    return next((_to_step(item.step) for item in found), None)


def _steps(ref: CardRef) -> str:
    return f"steps#{ref}"


def _from_step(step: Step) -> dict[str, Any]:
    return asdict(step) | {"due_at": to_wire(step.due_at)}


def _to_step(values: dict[str, Any]) -> Step:
    return Step(**(values | {"due_at": from_wire(values["due_at"])}))
