"""What people announces of work that changes hands."""

from datetime import datetime

from chalicelib.people.model.handing import HandOver
from portal.events import Event
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class WorkHandedOver:
    """An employee leaves work to a colleague."""

    type = "people.work_handed_over"
    version = 1

    hand_over: HandOver

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels."""
        to = self.hand_over.to
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            data={
                "from_id": self.hand_over.from_id,
                "to": {
                    "id": to.id,
                    "name": to.name,
                    "department_ids": sorted(to.department_ids),
                },
                "kinds": sorted(self.hand_over.kinds),
            },
        )
