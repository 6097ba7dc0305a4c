"""What crm announces of cards that have waited for too long."""

from datetime import datetime
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.pulse import Pulse
from portal.clock import to_wire
from portal.events import Event
from portal.values import dataclass


@dataclass(frozen=True)
class AnswerOverdue:
    """A client was to be answered by now; told once of each that waits."""

    type = "crm.answer_overdue"
    version = 1

    record: Record
    pulse: Pulse

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels; no client is among the audience."""
        waiting, due_at = self.pulse.waiting, self.pulse.answer_by
        assert waiting  # noqa: S101  # or nothing would be overdue
        assert due_at  # noqa: S101  # as above
        data = {
            "waiting_since": to_wire(waiting.at),
            "due_at": to_wire(due_at),
            "communication_id": waiting.communication_id,
        }
        return _event(self, event_id, occurred_at, data)


@dataclass(frozen=True)
class NextStepMissing:
    """An open deal has had no next step for longer than the company wants; told once a spell."""

    type = "crm.next_step_missing"
    version = 1

    record: Record
    pulse: Pulse

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels; no client is among the audience."""
        since = self.pulse.stepless_since
        assert since  # noqa: S101  # or nothing would be missing
        return _event(self, event_id, occurred_at, {"since": to_wire(since)})


def _event(
    told: AnswerOverdue | NextStepMissing, event_id: str, at: datetime, data: dict[str, Any]
) -> Event:
    record = told.record
    card = {"kind": str(record.kind), "id": record.id, "title": record.label}
    return Event(
        id=event_id,
        type=told.type,
        version=told.version,
        occurred_at=at,
        about=(record.ref,),
        audience=record.staff_audience,
        data={"card": card, "owner_id": record.owner.id} | data,
    )
