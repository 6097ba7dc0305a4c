"""What crm announces of the working hours."""

from datetime import datetime

from chalicelib.crm.model.hours import WorkingHours
from portal.events import Event
from portal.principals import OWNER_GRANT, Actor
from portal.values import dataclass


@dataclass(frozen=True)
class WorkingHoursChanged:
    """The company works at other hours; of two the one with the greater revision stands."""

    type = "crm.working_hours_changed"
    version = 1

    hours: WorkingHours
    revision: int

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels."""
        hours = self.hours
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            audience=frozenset({OWNER_GRANT}),
            data={
                "revision": self.revision,
                "zone": hours.zone,
                "days": list(hours.days),
                "starts": hours.starts.isoformat("minutes"),
                "ends": hours.ends.isoformat("minutes"),
                "holidays": sorted(day.isoformat() for day in hours.holidays),
            },
        )
