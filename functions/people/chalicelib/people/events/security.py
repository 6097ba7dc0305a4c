"""What people announces of the ways in."""

from datetime import datetime

from chalicelib.people.model import SecurityNote
from portal.clock import to_wire
from portal.events import Event
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class SessionEnded:
    """One session of a person was ended: none of its tokens is honoured any more."""

    type = "people.session_ended"
    version = 1

    person_id: str
    session_id: str

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
                "session_id": self.session_id,
                "ended_at": to_wire(occurred_at),
            },
        )


@dataclass(frozen=True)
class SecurityNoted:
    """Something touched the way in which a person signs in."""

    type = "people.security_noted"
    version = 1

    note: SecurityNote

    def to_event(self, event_id: str) -> Event:
        """The event as it travels."""
        note = self.note
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=note.at,
            actor=note.actor,
            data={"note_id": note.id, "person_id": note.person_id, "kind": str(note.kind)},
        )
