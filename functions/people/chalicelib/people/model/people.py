"""Employees, departments and outside accounts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from portal.errors import InvalidError
from portal.principals import OUTSIDE_ROLES, Principal, Role
from portal.values import dataclass


@dataclass(frozen=True)
class Person:
    """Anyone who can sign in: an employee, or a client through the contact he is.

    Whoever is `invited` has not set his first password yet.
    """

    id: str
    name: str
    email: str
    roles: frozenset[Role]
    department_ids: frozenset[str] = frozenset()
    headed_ids: frozenset[str] = frozenset()
    contact_id: str | None = None
    phone: str | None = None
    job_title: str | None = None
    language: str = "ru"
    time_zone: str = "Europe/Moscow"
    active: bool = True
    invited: bool = False
    password_set_at: datetime | None = None
    second_factor: bool = False
    sessions_ended_at: datetime | None = None
    manager_id: str | None = None
    version: int | None = None

    @property
    def is_client(self) -> bool:
        """Whether this is an outside account."""
        return bool(self.roles & OUTSIDE_ROLES)

    @property
    def access(self) -> tuple[object, ...]:
        """What decides about rights: when it changes, earlier tokens end."""
        return (self.active, self.roles, self.department_ids, self.headed_ids, self.contact_id)

    def to_principal(self) -> Principal:
        """The person as the one who acts."""
        return Principal(
            id=self.id,
            name=self.name,
            roles=self.roles,
            department_ids=self.department_ids,
            headed_ids=self.headed_ids,
            contact_id=self.contact_id,
        )

    def with_password(self, now: datetime) -> "Person":
        """The same person with a password as of now: no link asked for before opens any more."""
        return replace(self, invited=False, password_set_at=now)

    def without_sessions(self, now: datetime) -> "Person":
        """The same person, of whose sessions none goes on that began up to now."""
        return replace(self, sessions_ended_at=now)

    def heading(self, department_id: str) -> "Person":
        """The same person as head of one department more."""
        return replace(self, headed_ids=self.headed_ids | {department_id})

    def not_heading(self, department_id: str) -> "Person":
        """The same person as head of one department less."""
        return replace(self, headed_ids=self.headed_ids - {department_id})


@dataclass(frozen=True)
class Department:
    """A part of the company, led by at most one employee; `parent_id` is the part that it belongs to."""

    id: str
    name: str
    head_id: str | None = None
    parent_id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class Session:
    """A signed-in person. The refresh token never leaves the cookie."""

    person: Person
    access_token: str
    refresh_token: str
    expires_at: datetime
    must_enrol: bool = False
    """Whether nothing is open to him until he has set up a second factor."""


def require_staff_roles(roles: Iterable[Role]) -> frozenset[Role]:
    """The roles of an employee.

    Raises:
        InvalidError: there are none, or one of them is for outsiders.
    """
    chosen = frozenset(roles)
    if not chosen:
        raise InvalidError.at("/roles", "Give the employee at least one role.")
    if chosen & OUTSIDE_ROLES:
        raise InvalidError.at("/roles", "client and partner are for people outside the company.")
    return chosen
