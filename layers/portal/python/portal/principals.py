"""Who acts, and the one rule by which anything is shown to anyone.

A record carries an *audience*: a set of tokens such as ``employee:01H...`` or ``head:01H...``. A principal
holds *grants* of the same form. Who holds a grant that the audience names may see the record; lists, single
records, timelines, search, exports, counters and push all ask the same question.
"""

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from portal.values import dataclass

Audience = frozenset[str]

OWNER_GRANT = "role:owner"


class Role(StrEnum):
    """What a person may do in the company, or from outside it."""

    OWNER = "owner"
    HEAD = "head"
    EMPLOYEE = "employee"
    HR = "hr"
    ACCOUNTANT = "accountant"
    CLIENT = "client"
    PARTNER = "partner"


OUTSIDE_ROLES = frozenset({Role.CLIENT, Role.PARTNER})
STAFF_ROLES = frozenset(Role) - OUTSIDE_ROLES


def employee_grant(person_id: str) -> str:
    """Held by that employee alone."""
    return f"employee:{person_id}"


def department_grant(department_id: str) -> str:
    """Held by everyone who works in the department, and by its head."""
    return f"department:{department_id}"


def head_grant(department_id: str) -> str:
    """Held by the head of the department."""
    return f"head:{department_id}"


def contact_grant(contact_id: str) -> str:
    """Held by the client account of that contact."""
    return f"contact:{contact_id}"


@dataclass(frozen=True)
class Principal:
    """The person on whose behalf something is done."""

    id: str
    name: str
    roles: frozenset[Role]
    department_ids: frozenset[str] = frozenset()
    headed_ids: frozenset[str] = frozenset()
    contact_id: str | None = None
    session_id: str | None = field(default=None, compare=False)

    @property
    def is_staff(self) -> bool:
        """Whether this is one of the company's own people."""
        return bool(self.roles & STAFF_ROLES)

    @property
    def is_owner(self) -> bool:
        """Whether this person administers the portal."""
        return Role.OWNER in self.roles

    @cached_property
    def grants(self) -> frozenset[str]:
        """Everything this person holds; see the module's text."""
        if not self.is_staff:
            return frozenset({contact_grant(self.contact_id)} if self.contact_id else ())
        return frozenset(self._staff_grants())

    def _staff_grants(self) -> Iterable[str]:
        yield employee_grant(self.id)
        yield from map(department_grant, self.department_ids | self.headed_ids)
        yield from map(head_grant, self.headed_ids)
        if self.is_owner:
            yield OWNER_GRANT

    def may_see(self, audience: Iterable[str]) -> bool:
        """Whether any of the audience's tokens is held."""
        return not self.grants.isdisjoint(audience)


@dataclass(frozen=True)
class Actor:
    """Who did something, as history remembers it: ``kind`` is employee, client, guest or system."""

    kind: str
    id: str
    name: str

    @classmethod
    def of(cls, principal: Principal) -> "Actor":
        """The principal as history remembers it."""
        return cls("employee" if principal.is_staff else "client", principal.id, principal.name)


SYSTEM = Actor("system", "system", "Sales Portal")
