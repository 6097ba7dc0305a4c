"""Where people are signed in."""

from chalicelib.people.model import OpenSession, Origin
from chalicelib.people.store.table import SessionItem
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read
from portal.events import Event

_MOST = 100


class SessionsTable:
    """Maps sessions to items and back; an item is forgotten when nothing can come of its session."""

    def session(self, person_id: str, session_id: str) -> OpenSession | None:
        """One session, ended or not, unless it is forgotten."""
        item = read(SessionItem, f"person#{person_id}", f"session#{session_id}", consistent=True)
        return _to_session(item) if item else None

    def sessions(self, person_id: str) -> list[OpenSession]:
        """The sessions of a person that are not forgotten."""
        found = SessionItem.query(
            f"person#{person_id}",
            SessionItem.sk.startswith("session#"),
            consistent_read=True,
            limit=_MOST,
        )
        return [_to_session(item) for item in found]

    def save(self, session: OpenSession, event: Event | None = None) -> None:
        """Stores it as it is now."""
        item = _to_item(session)
        Writes().put(item.announce(event) if event else item).commit()


def _to_item(session: OpenSession) -> SessionItem:
    item = SessionItem(
        f"person#{session.person_id}",
        f"session#{session.id}",
        device=session.origin.device,
        address=session.origin.address,
        begun_at=to_wire(session.begun_at),
        used_at=to_wire(session.used_at),
        expires_at=int(session.kept_until.timestamp()),
    )
    if session.by_provider:
        item.by_provider = True
    if session.ended_at:
        item.ended_at = to_wire(session.ended_at)
    return item


def _to_session(item: SessionItem) -> OpenSession:
    return OpenSession(
        id=item.sk.partition("#")[2],
        person_id=item.pk.partition("#")[2],
        origin=Origin(item.device, item.address),
        begun_at=from_wire(item.begun_at),
        used_at=from_wire(item.used_at),
        ended_at=from_wire(item.ended_at) if item.ended_at else None,
        by_provider=bool(item.by_provider),
    )
