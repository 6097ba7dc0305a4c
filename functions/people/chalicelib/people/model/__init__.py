"""Employees, departments, outside accounts and their passwords: words and rules."""

from chalicelib.people.model.factors import (
    CodeNeededError,
    Enrolment,
    FactorState,
    SecurityPolicy,
    WrongCodeError,
)
from chalicelib.people.model.links import (
    LinkKind,
    LinkState,
    PasswordLink,
    asked,
    from_token,
    to_token,
)
from chalicelib.people.model.passwords import require_password
from chalicelib.people.model.people import Department, Person, Session, require_staff_roles
from chalicelib.people.model.security import SecurityKind, SecurityNote
from chalicelib.people.model.sessions import OpenSession, Origin
from chalicelib.people.model.words import wording

__all__ = [
    "CodeNeededError",
    "Department",
    "Enrolment",
    "FactorState",
    "LinkKind",
    "LinkState",
    "OpenSession",
    "Origin",
    "PasswordLink",
    "Person",
    "SecurityKind",
    "SecurityNote",
    "SecurityPolicy",
    "Session",
    "WrongCodeError",
    "asked",
    "from_token",
    "require_password",
    "require_staff_roles",
    "to_token",
    "wording",
]
