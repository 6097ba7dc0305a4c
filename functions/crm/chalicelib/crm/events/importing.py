"""What crm announces of its own work: another piece of it waits."""

from datetime import datetime

from portal.events import Event
from portal.principals import Actor, Principal, employee_grant
from portal.values import dataclass


@dataclass(frozen=True)
class WorkQueued:
    """A piece of an import or an export is to be done; `step` tells it from those before."""

    type = "crm.work_queued"
    version = 1

    kind: str
    work_id: str
    step: int

    def to_event(self, event_id: str, occurred_at: datetime, by: Principal) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=Actor.of(by),
            audience=frozenset({employee_grant(by.id)}),
            data={"work": {"kind": self.kind, "id": self.work_id}, "step": self.step},
        )
