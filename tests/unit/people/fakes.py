"""People's ports in memory."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import jwt

from chalicelib.people.model import Department, Person
from chalicelib.people.service.ports import Tokens
from portal.clock import utc_now
from portal.errors import ConflictError, UnauthenticatedError
from portal.events import Event
from portal.identity import CLAIM, to_claim
from portal.paging import Page, PageRequest


class MemoryStore:
    """A table of people."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.events: list[Event] = []
        self.attempts: dict[tuple[str, int], int] = {}
        self._departments: dict[str, Department] = {}

    def person(self, person_id: str) -> Person | None:
        return self.people.get(person_id)

    def person_by_email(self, email: str) -> Person | None:
        return next((p for p in self.people.values() if p.email == email), None)

    def employees(self, request: PageRequest) -> Page[Person]:
        return Page([p for p in self.people.values() if not p.is_client][: request.limit])

    def clients(self, request: PageRequest) -> Page[Person]:
        return Page([p for p in self.people.values() if p.is_client][: request.limit])

    def add(self, person: Person, event: Event) -> Person:
        if self.person_by_email(person.email):
            raise ConflictError("taken")
        return self._put(replace(person, version=1), event)

    def save(self, person: Person, before: Person, event: Event) -> Person:
        return self._put(replace(person, version=(before.version or 0) + 1), event)

    def departments(self) -> list[Department]:
        return list(self._departments.values())

    def department(self, department_id: str) -> Department | None:
        return self._departments.get(department_id)

    def missing_departments(self, department_ids: Iterable[str]) -> set[str]:
        return set(department_ids) - set(self._departments)

    def save_department(
        self, department: Department, heads: Iterable[tuple[Person, Event]]
    ) -> Department:
        self._departments[department.id] = department
        for person, event in heads:
            self._put(person, event)
        return department

    def count_attempt(self, email: str, window: int, ends_at: datetime) -> int:
        self.attempts[email, window] = self.attempts.get((email, window), 0) + 1
        return self.attempts[email, window]

    def forget_attempts(self, email: str, window: int) -> None:
        self.attempts.pop((email, window), None)

    def _put(self, person: Person, event: Event) -> Person:
        self.people[person.id] = person
        self.events.append(event)
        return person


class MemoryAccounts:
    """A user pool that signs nothing."""

    def __init__(self, store: MemoryStore) -> None:
        self.passwords: dict[str, str] = {}
        self.closed: set[str] = set()
        self.tried: list[str] = []
        self._store = store

    def create(self, person_id: str, password: str) -> None:
        self.passwords[person_id] = password

    def remove(self, person_id: str) -> None:
        self.passwords.pop(person_id, None)

    def close(self, person_id: str) -> None:
        self.closed.add(person_id)

    def reopen(self, person_id: str) -> None:
        self.closed.discard(person_id)

    def sign_in(self, person_id: str, password: str) -> Tokens:
        self.tried.append(person_id)
        if self.passwords.get(person_id) != password:
            raise UnauthenticatedError("wrong")
        return self._tokens(person_id, person_id)

    def refresh(self, refresh_token: str) -> Tokens:
        return self._tokens(refresh_token, None)

    def revoke(self, refresh_token: str) -> None:
        self.passwords.pop(refresh_token, None)

    def _tokens(self, person_id: str, refresh: str | None) -> Tokens:
        claim = to_claim(self._store.people[person_id].to_principal(), utc_now())
        return Tokens(jwt.encode({CLAIM: claim}, "k" * 32, algorithm="HS256"), refresh, 900)
