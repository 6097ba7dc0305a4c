"""The people of the company and its outside accounts."""

from dataclasses import dataclass, replace
from typing import TypedDict

from chalicelib.people.events import PasswordLinkRequested, PersonChanged
from chalicelib.people.model import (
    LinkKind,
    PasswordLink,
    Person,
    asked,
    require_password,
    require_staff_roles,
)
from chalicelib.people.service.ports import Accounts, Store
from portal.clock import Clock
from portal.errors import (
    ConflictError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    StaleVersionError,
)
from portal.events import Event
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import SYSTEM, Actor, Principal, Role

SELF_SERVICE = frozenset({"phone", "language", "time_zone"})


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
        return self._add(Actor.of(actor), person, password)

    def add_client(self, actor: Principal, person: Person, password: str | None) -> Person:
        """A new account for a contact; without a password he is invited by letter to set one.

        Raises:
            InvalidError: the password will not do.
            ConflictError: the address is taken.
        """
        return self._add(Actor.of(actor), person, password)

    def add_first_owner(self, name: str, email: str, password: str) -> Person:
        """The first person of all, made by whoever deployed the portal.

        Raises:
            ConflictError: somebody is here already.
        """
        if self.store.employees(PageRequest(limit=1)).items:
            raise ConflictError("The portal has people already; an owner adds more.")
        return self._add(SYSTEM, Person(self.ids(), name, email, frozenset({Role.OWNER})), password)

    def change(
        self, actor: Principal, person_id: str, changes: PersonChanges, if_match: int | None
    ) -> Person:
        """The employee with the changes.

        Raises:
            NotFoundError: there is no such employee.
            NotAllowedError: only an owner changes others, and nobody takes the owner's role from himself.
            InvalidError: a role or a department will not do.
            StaleVersionError: somebody saved after `if_match`.
            ConflictError: the new address is taken.
        """
        before = self.employee(person_id)
        _require_right(actor, before, changes)
        if if_match not in {None, before.version}:
            raise StaleVersionError
        after = replace(before, **changes)
        require_staff_roles(after.roles)
        self._require_departments(after.department_ids - before.department_ids)
        event = PersonChanged.between(before, after, self.clock())
        return self.store.save(
            after, before, event.to_event(self.ids(), self.clock(), Actor.of(actor))
        )

    def apply_access(self, person_id: str, *, active: bool) -> None:
        """Closes or opens the account of a person whose record already says so."""
        if active:
            self.accounts.reopen(person_id)
        else:
            self.accounts.close(person_id)

    def _add(self, actor: Actor, person: Person, password: str | None) -> Person:
        if self.store.person_by_email(person.email):
            raise ConflictError("This address belongs to somebody already.")
        if password is None:
            return self._add_invited(actor, replace(person, invited=True))
        self.accounts.create(person.id, require_password(password))
        person = person.with_password(self.clock())
        try:
            return self.store.add(person, self._added(actor, person))
        except ConflictError:
            self.accounts.remove(person.id)
            raise

    def _add_invited(self, actor: Actor, person: Person) -> Person:
        link = asked(self.ids(), LinkKind.INVITATION, person.email, self.clock())
        return self.store.add(person, self._added(actor, person), self._invitation(actor, link))

    def _invitation(self, actor: Actor, link: PasswordLink) -> tuple[PasswordLink, Event]:
        return link, PasswordLinkRequested(link).to_event(self.ids(), self.clock(), actor)

    def _added(self, actor: Actor, person: Person) -> Event:
        return PersonChanged(person, None).to_event(self.ids(), self.clock(), actor)

    def _require_departments(self, department_ids: frozenset[str]) -> None:
        if missing := self.store.missing_departments(department_ids):
            raise InvalidError.at(
                "/department_ids", f"There is no department {', '.join(sorted(missing))}."
            )


def _require_right(actor: Principal, person: Person, changes: PersonChanges) -> None:
    own = actor.id == person.id
    if not actor.is_owner and not (own and changes.keys() <= SELF_SERVICE):
        raise NotAllowedError(
            "Only an owner changes this. Your own phone, language and time zone you change yourself."
        )
    keeps_power = changes.get("active", True) and Role.OWNER in changes.get("roles", person.roles)
    if own and actor.is_owner and not keeps_power:
        raise NotAllowedError(
            "Another owner has to take this right from you, so that the portal always has one."
        )
