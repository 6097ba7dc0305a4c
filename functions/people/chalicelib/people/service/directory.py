"""The people of the company and its outside accounts."""

from dataclasses import dataclass, replace
from typing import TypedDict

from chalicelib.people.events import PersonChanged
from chalicelib.people.model import (
    Person,
    require_staff_roles,
)
from chalicelib.people.service.adding import Adding
from chalicelib.people.service.ports import Accounts, Store
from chalicelib.people.service.rights import guard_of, require_manager, require_right
from portal.clock import Clock
from portal.errors import (
    ConflictError,
    InvalidError,
    NotFoundError,
    StaleVersionError,
)
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import SYSTEM, Actor, Principal, Role


class PersonChanges(TypedDict, total=False):
    """The fields of a person that can be changed; only those present are."""

    name: str
    email: str
    roles: frozenset[Role]
    department_ids: frozenset[str]
    phone: str | None
    job_title: str | None
    language: str
    time_zone: str
    active: bool
    manager_id: str | None


@dataclass(frozen=True)
class Directory:
    """Adding, finding and changing people."""

    store: Store
    accounts: Accounts
    clock: Clock
    ids: Ids

    def person(self, person_id: str) -> Person:
        """One person.

        Raises:
            NotFoundError: there is no such person.
        """
        person = self.store.person(person_id)
        if person is None:
            raise NotFoundError("There is no such person.")
        return person

    def employee(self, person_id: str) -> Person:
        """One employee.

        Raises:
            NotFoundError: there is no such employee.
        """
        person = self.person(person_id)
        if person.is_client:
            raise NotFoundError("There is no such employee.")
        return person

    def at_work(self, person_id: str) -> Person:
        """One employee who has not left.

        Raises:
            NotFoundError: there is no such employee.
        """
        person = self.employee(person_id)
        if not person.active:
            raise NotFoundError("There is no such employee.")
        return person

    def employees(self, request: PageRequest) -> Page[Person]:
        """The directory."""
        return self.store.employees(request)

    def clients(self, request: PageRequest) -> Page[Person]:
        """The outside accounts."""
        return self.store.clients(request)

    def add_employee(self, actor: Principal, person: Person, password: str | None) -> Person:
        """A new employee; without a password he is invited by letter to set one.

        Raises:
            InvalidError: a role, a department or the password will not do.
            ConflictError: the address is taken.
        """
        require_staff_roles(person.roles)
        self._require_departments(person.department_ids)
        return self._adding.add(Actor.of(actor), person, password)

    def add_client(self, actor: Principal, person: Person, password: str | None) -> Person:
        """A new account for a contact; without a password he is invited by letter to set one.

        Raises:
            InvalidError: the password will not do.
            ConflictError: the address is taken.
        """
        return self._adding.add(Actor.of(actor), person, password)

    def add_first_owner(self, name: str, email: str, password: str) -> Person:
        """The first person of all, made by whoever deployed the portal.

        Raises:
            ConflictError: somebody is here already.
        """
        if self.store.employees(PageRequest(limit=1)).items:
            raise ConflictError("The portal has people already; an owner adds more.")
        return self._adding.add(
            SYSTEM, Person(self.ids(), name, email, frozenset({Role.OWNER})), password
        )

    def change(
        self, actor: Principal, person_id: str, changes: PersonChanges, if_match: int | None
    ) -> Person:
        """The employee with the changes.

        Raises:
            NotFoundError: there is no such employee.
            NotAllowedError: only an owner changes others, and nobody takes the owner's role from himself.
            InvalidError: a role or a department will not do.
            StaleVersionError: somebody saved after `if_match`.
            ConflictError: the new address is taken, or the actor has ceased to be an owner at this moment.
        """
        before = self.employee(person_id)
        require_right(actor, before, changes)
        require_staff_roles(changes.get("roles", before.roles))
        self._require_departments(
            changes.get("department_ids", frozenset()) - before.department_ids
        )
        require_manager(self.store, before, changes.get("manager_id"))
        return self._change(actor, before, changes, if_match)

    def change_client(
        self, actor: Principal, person_id: str, changes: PersonChanges, if_match: int | None
    ) -> Person:
        """The client's account with the changes.

        Raises:
            NotFoundError: there is no such account.
            StaleVersionError: somebody saved after `if_match`.
            ConflictError: the new address is taken.
        """
        before = self.person(person_id)
        if not before.is_client:
            raise NotFoundError("There is no such account of a client.")
        return self._change(actor, before, changes, if_match)

    def _change(
        self, actor: Principal, before: Person, changes: PersonChanges, if_match: int | None
    ) -> Person:
        if if_match not in {None, before.version}:
            raise StaleVersionError
        now = self.clock()
        after = replace(before, **changes)
        if not after.active:
            after = after.without_sessions(now)
        event = PersonChanged.between(before, after, now)
        made = event.to_event(self.ids(), now, Actor.of(actor))
        return self.store.save(after, before, made, by=guard_of(actor, before, after))

    def apply_access(self, person_id: str, *, active: bool) -> None:
        """Closes or opens the account of a person whose record already says so."""
        if active:
            self.accounts.reopen(person_id)
        else:
            self.accounts.close(person_id)

    @property
    def _adding(self) -> Adding:
        return Adding(self.store, self.accounts, self.clock, self.ids)

    def _require_departments(self, department_ids: frozenset[str]) -> None:
        if missing := self.store.missing_departments(department_ids):
            raise InvalidError.at(
                "/department_ids", f"There is no department {', '.join(sorted(missing))}."
            )
