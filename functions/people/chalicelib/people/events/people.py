"""What people announces."""

from datetime import datetime
from typing import Any

from chalicelib.people.model import PasswordLink, Person
from portal.clock import to_wire
from portal.events import Event
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class PersonChanged:
    """A person was added or changed. With `access_changed_at`, tokens issued up to then end."""

    type = "people.person_changed"
    version = 1

    person: Person
    access_changed_at: datetime | None

    @classmethod
    def between(cls, before: Person, after: Person, now: datetime) -> "PersonChanged":
        """The change from one state to the next."""
        return cls(after, now if after.access != before.access else None)

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            data={"person": _person(self.person), "access_changed_at": self._changed_at()},
        )

    def _changed_at(self) -> str | None:
        return to_wire(self.access_changed_at) if self.access_changed_at else None


@dataclass(frozen=True)
class PasswordLinkRequested:
    """Somebody is to be sent a link by which he sets a password. What opens it is in no event."""

    type = "people.password_link_requested"
    version = 1

    link: PasswordLink

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            data={"link_id": self.link.id, "kind": str(self.link.kind)},
        )


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "roles": sorted(person.roles),
        "department_ids": sorted(person.department_ids),
        "headed_department_ids": sorted(person.headed_ids),
        "contact_id": person.contact_id,
        "language": person.language,
        "time_zone": person.time_zone,
        "active": person.active,
    }
