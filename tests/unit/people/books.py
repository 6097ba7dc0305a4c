"""The books of sessions and of security, in memory."""

from collections.abc import Iterable
from datetime import datetime

from chalicelib.people.model import OpenSession, SecurityNote, SecurityPolicy
from portal.events import Event
from portal.paging import Page, PageRequest


class MemorySessions:
    """Where people are signed in."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], OpenSession] = {}
        self.events: list[Event] = []

    def session(self, person_id: str, session_id: str) -> OpenSession | None:
        return self.kept.get((person_id, session_id))

    def sessions(self, person_id: str) -> list[OpenSession]:
        return [session for (whose, _), session in self.kept.items() if whose == person_id]

    def save(self, session: OpenSession, event: Event | None = None) -> None:
        self.kept[session.person_id, session.id] = session
        self.events.extend([event] if event else [])


class MemorySecurity:
    """The policy, the notes and the recovery codes."""

    def __init__(self) -> None:
        self.asked = SecurityPolicy()
        self.kept: list[SecurityNote] = []
        self.events: list[Event] = []
        self.codes: dict[str, set[str]] = {}
        self.told_ids: set[str] = set()

    def policy(self) -> SecurityPolicy:
        return self.asked

    def save_policy(self, policy: SecurityPolicy) -> SecurityPolicy:
        self.asked = policy
        return policy

    def note(self, note: SecurityNote, event: Event) -> None:
        self.kept.append(note)
        self.events.append(event)

    def untold(self, person_id: str, note_id: str) -> SecurityNote | None:
        mine = (n for n in self.kept if (n.person_id, n.id) == (person_id, note_id))
        return next((note for note in mine if note.id not in self.told_ids), None)

    def told(self, note: SecurityNote, at: datetime) -> None:
        assert at
        self.told_ids.add(note.id)

    def notes(self, person_id: str, request: PageRequest) -> Page[SecurityNote]:
        mine = [note for note in reversed(self.kept) if note.person_id == person_id]
        return Page(mine[: request.limit])

    def codes_left(self, person_id: str) -> int:
        return len(self.codes.get(person_id, ()))

    def save_codes(self, person_id: str, digests: Iterable[str]) -> None:
        self.codes[person_id] = set(digests)

    def spend_code(self, person_id: str, digest: str) -> bool:
        good = digest in self.codes.get(person_id, set())
        self.codes.get(person_id, set()).discard(digest)
        return good
