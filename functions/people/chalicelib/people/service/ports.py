"""What the use cases need from outside; `store` and `accounts` provide it, tests have it in memory."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chalicelib.people.model import Department, PasswordLink, Person
from chalicelib.people.model.handing import HandOver
from portal.events import Event
from portal.letters import Letter
from portal.paging import Page, PageRequest


@dataclass(frozen=True)
class Tokens:
    """What the user pool gives for a password or a refresh token; `refresh` is None when it stays the same."""

    access: str
    refresh: str | None
    expires_in: int


@dataclass(frozen=True)
class Challenge:
    """The password was right, and the user pool wants a code besides; `session` goes back with it."""

    session: str


class Accounts(Protocol):
    """Passwords and tokens, kept by the user pool under the person's id."""

    def create(self, person_id: str, password: str) -> None:
        """Adds an account that can sign in at once."""

    def remove(self, person_id: str) -> None:
        """Removes an account, if there is one."""

    def close(self, person_id: str) -> None:
        """Ends all sessions, and lets nobody in until `reopen`; no account is no error."""

    def reopen(self, person_id: str) -> None:
        """Undoes `close`; no account is no error."""

    def end_sessions(self, person_id: str) -> None:
        """Ends all sessions; whoever knows the password begins a new one."""

    def sign_in(self, person_id: str, password: str) -> Tokens | Challenge:
        """Raises `UnauthenticatedError` for a wrong password and for no account alike."""
        ...

    def vouch(self, person_id: str) -> Tokens:
        """Tokens for whom the company's own provider vouches; raises `UnauthenticatedError`."""
        ...

    def answer(self, person_id: str, challenge: Challenge, code: str) -> Tokens:
        """Raises `WrongCodeError` for a code that is wrong, was used, or came too late."""
        ...

    def new_secret(self, access_token: str) -> str:
        """A secret for the authenticator of whoever has the token; it counts from its first right code on."""
        ...

    def confirm_secret(self, access_token: str, code: str) -> None:
        """Takes the new secret into use; raises `WrongCodeError`."""

    def ask_for_code(self, person_id: str, *, asking: bool) -> None:
        """Whether the account's password needs a code besides; its secret stays what it is."""

    def refresh(self, refresh_token: str) -> Tokens:
        """Raises `UnauthenticatedError` when the session has ended."""
        ...

    def revoke(self, refresh_token: str) -> None:
        """Ends one session; an unknown token is no error."""


class Store(Protocol):
    """The table of people."""

    def person(self, person_id: str) -> Person | None:
        """One person."""
        ...

    def person_by_email(self, email: str) -> Person | None:
        """The person who signs in with a case-folded address."""
        ...

    def employees(self, request: PageRequest) -> Page[Person]:
        """The directory in the order of names."""
        ...

    def clients(self, request: PageRequest) -> Page[Person]:
        """The outside accounts in the order of names."""
        ...

    def add(
        self, person: Person, event: Event, invitation: tuple[PasswordLink, Event] | None = None
    ) -> Person:
        """The person as stored, together with his invitation; raises `ConflictError` for a taken address."""
        ...

    def save(
        self,
        person: Person,
        before: Person,
        event: Event,
        hand_overs: Iterable[tuple[HandOver, Event]] = (),
        by: str | None = None,
    ) -> Person:
        """The person as stored, together with what he hands over, if `by` is an owner at this very moment.

        Raises `StaleVersionError` after somebody else's save, `ConflictError` for a taken address, and for one who
        is no owner any more.
        """
        ...

    def departments(self) -> list[Department]:
        """All of them."""
        ...

    def department(self, department_id: str) -> Department | None:
        """One department."""
        ...

    def missing_departments(self, department_ids: Iterable[str]) -> set[str]:
        """Those of the ids that are of no department."""
        ...

    def save_department(
        self, department: Department, heads: Iterable[tuple[Person, Event]]
    ) -> Department:
        """Stores it with the people who begin or cease to head it; raises `StaleVersionError`."""
        ...


class Links(Protocol):
    """Links by which passwords are set."""

    def add(self, link: PasswordLink, event: Event) -> None:
        """Stores a new link."""

    def link(self, link_id: str) -> PasswordLink | None:
        """One link, unless it is forgotten."""
        ...

    def claim(self, link: PasswordLink, abandoned_before: datetime) -> bool:
        """Stores a link whose letter is about to be sent, and says whether it may.

        It may if nobody began, or somebody did before `abandoned_before` and never ended.
        """
        ...

    def finish(self, link: PasswordLink) -> None:
        """Stores what became of it."""


class Counts(Protocol):
    """How often something was tried in a window of time."""

    def count_attempt(self, what: str, window: int, ends_at: datetime) -> int:
        """Counts an attempt, and says how many the window has now."""
        ...

    def forget_attempts(self, what: str, window: int) -> None:
        """Starts the count of the window again."""


class Post(Protocol):
    """What carries letters."""

    def send(self, letter: Letter) -> str:
        """Hands the letter over and gives the provider's id; raises `RefusedError` when it never can."""
        ...
