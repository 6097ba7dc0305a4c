"""People's ports in memory."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

import jwt

from chalicelib.people.model import (
    Department,
    PasswordLink,
    Person,
    WrongCodeError,
)
from chalicelib.people.model.handing import HandOver
from chalicelib.people.service.ports import Challenge, Tokens
from portal.clock import utc_now
from portal.errors import ConflictError, UnauthenticatedError
from portal.events import Event
from portal.identity import CLAIM, SESSION, to_claim
from portal.paging import Page, PageRequest
from portal.principals import Role

CODE = "123456"


class MemoryStore:
    """A table of people."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.events: list[Event] = []
        self.attempts: dict[tuple[str, int], int] = {}
        self.links: dict[str, PasswordLink] = {}
        self._departments: dict[str, Department] = {}

    def person(self, person_id: str) -> Person | None:
        return self.people.get(person_id)

    def person_by_email(self, email: str) -> Person | None:
        return next((p for p in self.people.values() if p.email == email), None)

    def employees(self, request: PageRequest) -> Page[Person]:
        return Page([p for p in self.people.values() if not p.is_client][: request.limit])

    def clients(self, request: PageRequest) -> Page[Person]:
        return Page([p for p in self.people.values() if p.is_client][: request.limit])

    def add(
        self, person: Person, event: Event, invitation: tuple[PasswordLink, Event] | None = None
    ) -> Person:
        if self.person_by_email(person.email):
            raise ConflictError("taken")
        if invitation:
            link, asked = invitation
            self.links[link.id] = link
            self.events.append(asked)
        return self._put(replace(person, version=1), event)

    def save(
        self,
        person: Person,
        before: Person,
        event: Event,
        hand_overs: Iterable[tuple[HandOver, Event]] = (),
        by: str | None = None,
    ) -> Person:
        if by and not (self.people[by].active and Role.OWNER in self.people[by].roles):
            raise ConflictError
        self.events.extend(handed for _, handed in hand_overs)
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

    def count_attempt(self, what: str, window: int, ends_at: datetime) -> int:
        self.attempts[what, window] = self.attempts.get((what, window), 0) + 1
        return self.attempts[what, window]

    def forget_attempts(self, what: str, window: int) -> None:
        self.attempts.pop((what, window), None)

    def _put(self, person: Person, event: Event) -> Person:
        self.people[person.id] = person
        self.events.append(event)
        return person


class MemoryAccounts:
    """A user pool that signs nothing."""

    def __init__(self, store: MemoryStore) -> None:
        self.passwords: dict[str, str] = {}
        self.closed: set[str] = set()
        self.ended: list[str] = []
        self.tried: list[str] = []
        self.open: set[str] = set()
        self.asking: set[str] = set()
        self.asked: list[bool] = []
        self.claim: Callable[[str], str] = lambda person_id: to_claim(
            store.people[person_id].to_principal(), utc_now()
        )

    def create(self, person_id: str, password: str) -> None:
        self.passwords[person_id] = password

    def remove(self, person_id: str) -> None:
        self.passwords.pop(person_id, None)

    def close(self, person_id: str) -> None:
        self.closed.add(person_id)

    def reopen(self, person_id: str) -> None:
        self.closed.discard(person_id)

    def end_sessions(self, person_id: str) -> None:
        self.ended.append(person_id)

    def sign_in(self, person_id: str, password: str) -> Tokens | Challenge:
        self.tried.append(person_id)
        if self.passwords.get(person_id) != password:
            raise UnauthenticatedError("wrong")
        if person_id in self.asking:
            return Challenge(person_id)
        return self._tokens(person_id, self._new_session(person_id))

    def vouch(self, person_id: str) -> Tokens:
        self.tried.append(person_id)
        return self._tokens(person_id, self._new_session(person_id))

    def answer(self, person_id: str, challenge: Challenge, code: str) -> Tokens:
        if code != CODE or challenge.session != person_id:
            raise WrongCodeError
        return self._tokens(person_id, self._new_session(person_id))

    def new_secret(self, access_token: str) -> str:
        return f"SECRET{bool(access_token)}"

    def confirm_secret(self, access_token: str, code: str) -> None:
        if code != CODE or not access_token:
            raise WrongCodeError

    def ask_for_code(self, person_id: str, *, asking: bool) -> None:
        self.asked.append(asking)
        (self.asking.add if asking else self.asking.discard)(person_id)

    def refresh(self, refresh_token: str) -> Tokens:
        if refresh_token not in self.open:
            raise UnauthenticatedError("ended")
        return self._tokens(refresh_token.partition("/")[0], refresh_token, again=True)

    def revoke(self, refresh_token: str) -> None:
        self.open.discard(refresh_token)

    def _new_session(self, person_id: str) -> str:
        self.open.add(refresh_token := f"{person_id}/{len(self.tried)}")
        return refresh_token

    def _tokens(self, person_id: str, session: str, *, again: bool = False) -> Tokens:
        claims = {CLAIM: self.claim(person_id), SESSION: session}
        token = jwt.encode(claims, "k" * 32, algorithm="HS256")
        return Tokens(token, None if again else session, 900)
