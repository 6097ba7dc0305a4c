"""What the use cases keep of the ways in; `store` provides it, tests have it in memory."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from chalicelib.people.model import OpenSession, SecurityNote, SecurityPolicy
from portal.events import Event
from portal.paging import Page, PageRequest


class SessionBook(Protocol):
    """Where people are signed in."""

    def session(self, person_id: str, session_id: str) -> OpenSession | None:
        """One session, ended or not, unless it is forgotten."""
        ...

    def sessions(self, person_id: str) -> list[OpenSession]:
        """The sessions of a person that are not forgotten; no more than a hundred."""
        ...

    def save(self, session: OpenSession, event: Event | None = None) -> None:
        """Stores it as it is now."""


class SecurityBook(Protocol):
    """What is asked of people when they sign in, and what happened to their ways in."""

    def policy(self) -> SecurityPolicy:
        """What the company asks."""
        ...

    def save_policy(self, policy: SecurityPolicy) -> SecurityPolicy:
        """As stored; raises `StaleVersionError`."""
        ...

    def note(self, note: SecurityNote, event: Event) -> None:
        """Keeps one note."""

    def untold(self, person_id: str, note_id: str) -> SecurityNote | None:
        """The note, unless the person was told already."""
        ...

    def told(self, note: SecurityNote, at: datetime) -> None:
        """Remembers that he was."""

    def notes(self, person_id: str, request: PageRequest) -> Page[SecurityNote]:
        """The notes on a person, the latest first."""
        ...

    def codes_left(self, person_id: str) -> int:
        """How many recovery codes are good."""
        ...

    def save_codes(self, person_id: str, digests: Iterable[str]) -> None:
        """From now on these are good, and no others."""

    def spend_code(self, person_id: str, digest: str) -> bool:
        """Whether it was good; it is no more."""
        ...
