"""Departments and who leads them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypedDict

from chalicelib.people.events import PersonChanged
from chalicelib.people.model import Department, Person
from chalicelib.people.service.ports import Store
from portal.clock import Clock
from portal.errors import InvalidError, NotFoundError, StaleVersionError
from portal.events import Event
from portal.ids import Ids
from portal.principals import Actor, Principal


class DepartmentChanges(TypedDict, total=False):
    """The fields of a department that can be changed; only those present are."""

    name: str
    head_id: str | None


@dataclass(frozen=True)
class Departments:
    """Adding and changing departments; a head's rights change with them in the same write."""

    store: Store
    clock: Clock
    ids: Ids

    def all(self) -> list[Department]:
        """Every department, by name."""
        return sorted(self.store.departments(), key=lambda department: department.name.casefold())

    def add(self, actor: Principal, name: str, head_id: str | None) -> Department:
        """A new department.

        Raises:
            InvalidError: the head is no employee.
        """
        return self._save(actor, Department(self.ids(), name, head_id), None)

    def change(
        self, actor: Principal, department_id: str, changes: DepartmentChanges, if_match: int | None
    ) -> Department:
        """The department with the changes.

        Raises:
            NotFoundError: there is no such department.
            InvalidError: the new head is no employee.
            StaleVersionError: somebody saved after `if_match`.
        """
        before = self.store.department(department_id)
        if before is None:
            raise NotFoundError("There is no such department.")
        if if_match not in {None, before.version}:
            raise StaleVersionError
        return self._save(actor, replace(before, **changes), before.head_id)

    def _save(
        self, actor: Principal, department: Department, former_head_id: str | None
    ) -> Department:
        heads = list(self._heads(department, former_head_id))
        return self.store.save_department(
            department, [self._announced(actor, *change) for change in heads]
        )

    def _heads(
        self, department: Department, former_id: str | None
    ) -> Iterator[tuple[Person, Person]]:
        if department.head_id == former_id:
            return
        if former_id and (former := self.store.person(former_id)):
            yield former, former.not_heading(department.id)
        if department.head_id:
            head = self._require_head(department.head_id)
            yield head, head.heading(department.id)

    def _require_head(self, person_id: str) -> Person:
        person = self.store.person(person_id)
        if person is None or person.is_client or not person.active:
            raise InvalidError.at("/head_id", "The head must be an employee who can sign in.")
        return person

    def _announced(self, actor: Principal, before: Person, after: Person) -> tuple[Person, Event]:
        change = PersonChanged.between(before, after, self.clock())
        return after, change.to_event(self.ids(), self.clock(), Actor.of(actor))
