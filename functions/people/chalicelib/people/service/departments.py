"""Departments and who leads them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypedDict

from chalicelib.people.events import PersonChanged
from chalicelib.people.model import Department, Person
from chalicelib.people.model.tree import Tree
from chalicelib.people.service.ports import Store
from portal.clock import Clock
from portal.errors import InvalidError, NotAllowedError, NotFoundError, StaleVersionError
from portal.events import Event
from portal.ids import Ids
from portal.principals import Actor, Principal
from portal.values import dataclass


class DepartmentChanges(TypedDict, total=False):
    """The fields of a department that can be changed; only those present are."""

    name: str
    head_id: str | None
    parent_id: str | None


@dataclass(frozen=True)
class Departments:
    """Adding and changing departments; a head's rights change with them in the same write."""

    store: Store
    clock: Clock
    ids: Ids

    def all(self) -> list[Department]:
        """Every department, by name."""
        return sorted(self.store.departments(), key=lambda department: department.name.casefold())

    def add(
        self, actor: Principal, name: str, head_id: str | None, parent_id: str | None = None
    ) -> Department:
        """A new department.

        Raises:
            InvalidError: the head is no employee, or the parent will not do.
            NotAllowedError: only an owner says who heads it.
        """
        department = Department(self.ids(), name, head_id, parent_id)
        _require_right(actor, None, department)
        return self._save(actor, None, department)

    def change(
        self, actor: Principal, department_id: str, changes: DepartmentChanges, if_match: int | None
    ) -> Department:
        """The department with the changes.

        Raises:
            NotFoundError: there is no such department.
            InvalidError: the new head is no employee, or the new parent will not do.
            NotAllowedError: only an owner says who heads it.
            StaleVersionError: somebody saved after `if_match`.
        """
        before = self.store.department(department_id)
        if before is None:
            raise NotFoundError("There is no such department.")
        if if_match not in {None, before.version}:
            raise StaleVersionError
        after = replace(before, **changes)
        _require_right(actor, before, after)
        return self._save(actor, before, after)

    def _save(
        self, actor: Principal, before: Department | None, department: Department
    ) -> Department:
        heads = {head.id: (head, event) for head, event in self._moved(actor, before, department)}
        for change in self._heads(department, before.head_id if before else None):
            heads[change[0].id] = self._announced(actor, *change)
        return self.store.save_department(department, heads.values())

    def _moved(
        self, actor: Principal, before: Department | None, after: Department
    ) -> Iterator[tuple[Person, Event]]:
        """The heads of what it belonged to and will belong to: what they see changes, so their tokens end."""
        former_id = before.parent_id if before else None
        if after.parent_id == former_id:
            return
        tree = Tree(self.store.departments())
        tree.require_place(after)
        above = [*tree.above(former_id), *tree.above(after.parent_id)]
        now = self.clock()
        for head_id in dict.fromkeys(up.head_id for up in above if up.head_id):
            if head := self.store.person(head_id):
                event = PersonChanged(head, now)
                yield head, event.to_event(self.ids(), now, Actor.of(actor))

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


def _require_right(actor: Principal, before: Department | None, after: Department) -> None:
    former = before.head_id if before else None
    if not actor.is_owner and after.head_id != former:
        raise NotAllowedError("Only an owner says who heads a department: it gives rights.")
