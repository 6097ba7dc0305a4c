"""What people announces of absences."""

from datetime import datetime
from typing import Any

from chalicelib.people.model.absences import Absence
from portal.events import Event
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class AbsenceChanged:
    """An employee said when he is away; with no absence, that he is not any more."""

    type = "people.absence_changed"
    version = 1

    person_id: str
    absence: Absence | None

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            data={
                "person_id": self.person_id,
                "absence": _told(self.absence) if self.absence else None,
            },
        )


def _told(absence: Absence) -> dict[str, Any]:
    other = absence.stand_in
    return {
        "id": absence.id,
        "since": absence.since.isoformat(),
        "until": absence.until.isoformat(),
        "text": absence.text,
        "zone": absence.zone,
        "language": absence.language,
        "stand_in": {"id": other.id, "name": other.name, "email": other.email} if other else None,
    }
