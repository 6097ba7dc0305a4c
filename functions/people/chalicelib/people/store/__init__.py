"""Where people keeps its people, departments and links."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime

from chalicelib.people.model import Department, PasswordLink, Person
from chalicelib.people.model.handing import HandOver
from chalicelib.people.store.absences import AbsencesTable
from chalicelib.people.store.attempts import AttemptsTable
from chalicelib.people.store.links import LinksTable, adding
from chalicelib.people.store.security import SecurityTable
from chalicelib.people.store.sessions import SessionsTable
from chalicelib.people.store.table import (
    TABLE,
    DepartmentItem,
    EmailItem,
    HandOverItem,
    PersonItem,
)
from chalicelib.people.store.vouching import IdentitiesTable, TicketsTable
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_many, read_page
from portal.errors import ConflictError, StaleVersionError
from portal.events import Event
from portal.paging import Page, PageRequest
from portal.principals import Role

__all__ = [
    "TABLE",
    "AbsencesTable",
    "AttemptsTable",
    "IdentitiesTable",
    "LinksTable",
    "PeopleStore",
    "SecurityTable",
    "SessionsTable",
    "TicketsTable",
]


class PeopleStore:
    """Maps people and departments to items and back."""

    def __init__(self, table_name: str) -> None:
        TABLE.Meta.table_name = table_name

    def person(self, person_id: str) -> Person | None:
        """One person."""
        item = read(PersonItem, f"person#{person_id}", "record", consistent=True)
        return _to_person(item) if item else None

    def person_by_email(self, email: str) -> Person | None:
        """The person who signs in with a case-folded address."""
        pointer = read(EmailItem, f"email#{email}", "email", consistent=True)
        return self.person(pointer.person_id) if pointer else None

    def employees(self, request: PageRequest) -> Page[Person]:
        """The directory in the order of names."""
        return self._directory("employees", request)

    def clients(self, request: PageRequest) -> Page[Person]:
        """The outside accounts in the order of names."""
        return self._directory("clients", request)

    def add(
        self, person: Person, event: Event, invitation: tuple[PasswordLink, Event] | None = None
    ) -> Person:
        """Stores a new person and reserves the address; with an invitation, that as well."""
        item = _to_item(person).announce(event)
        writes = Writes().put(item).extend(_reserve(person))
        if invitation:
            writes.extend(adding(*invitation))
        writes.commit()
        return _to_person(item)

    def save(
        self,
        person: Person,
        before: Person,
        event: Event,
        hand_overs: Iterable[tuple[HandOver, Event]] = (),
        by: str | None = None,
    ) -> Person:
        """Stores a changed person, with what he hands over, and moves the reservation when the address changed."""
        item = _to_item(person).announce(event)
        writes = Writes().put(item, otherwise=StaleVersionError())
        if by:
            writes.extend(_if_owner(by))
        for hand_over, handed in hand_overs:
            writes.put(_hand_over_item(hand_over).announce(handed))
        if person.email != before.email:
            writes.extend(_reserve(person)).delete(EmailItem(f"email#{before.email}", "email"))
        writes.commit()
        return _to_person(item)

    def departments(self) -> list[Department]:
        """All of them."""
        return [_to_department(item) for item in DepartmentItem.query("departments")]

    def department(self, department_id: str) -> Department | None:
        """One department."""
        item = read(DepartmentItem, "departments", department_id, consistent=True)
        return _to_department(item) if item else None

    def missing_departments(self, department_ids: Iterable[str]) -> set[str]:
        """Those of the ids that are of no department."""
        found = read_many(DepartmentItem, [("departments", key) for key in department_ids])
        return set(department_ids) - {sk for _, sk in found}

    def save_department(
        self, department: Department, heads: Iterable[tuple[Person, Event]]
    ) -> Department:
        """Stores a department with the people who begin or cease to head it."""
        item = DepartmentItem(
            "departments",
            department.id,
            name=department.name,
            head_id=department.head_id,
            parent_id=department.parent_id,
        )
        if department.version is not None:
            item.version = department.version
        writes = Writes().put(item, otherwise=StaleVersionError())
        for person, event in heads:
            writes.put(_to_item(person).announce(event), otherwise=StaleVersionError())
        writes.commit()
        return _to_department(item)

    def _directory(self, directory: str, request: PageRequest) -> Page[Person]:
        return read_page(PersonItem.by_name, directory, request, forward=True).map(_to_person)


def _if_owner(person_id: str) -> Writes:
    """Lets a change pass only while this person is an owner."""
    former = ConflictError("You are not an owner any more, so nothing was changed.")
    is_owner = PersonItem.roles.contains(str(Role.OWNER)) & (PersonItem.active == True)  # noqa: E712  # a condition
    return Writes().check(PersonItem(f"person#{person_id}", "record"), is_owner, former)


def _reserve(person: Person) -> Writes:
    item = EmailItem(f"email#{person.email}", "email", person_id=person.id)
    taken = ConflictError("This address belongs to somebody already.")
    return Writes().put(item, must=EmailItem.pk.does_not_exist(), otherwise=taken)


def _to_item(person: Person) -> PersonItem:
    values = {field.name: getattr(person, field.name) for field in fields(Person)}
    for name in ("roles", "department_ids", "headed_ids"):
        # DynamoDB has no empty set.
        values[name] = {str(value) for value in values[name]} or None
    for name in ("password_set_at", "sessions_ended_at"):
        values[name] = to_wire(values[name]) if values[name] else None
    return PersonItem(
        f"person#{person.id}",
        "record",
        directory="clients" if person.is_client else "employees",
        name_key=f"{person.name.casefold()}#{person.id}",
        **{name: value for name, value in values.items() if value is not None},
    )


def _to_person(item: PersonItem) -> Person:
    values = {field.name: getattr(item, field.name) for field in fields(Person)}
    return Person(
        **values
        | {
            "roles": frozenset(map(Role, item.roles)),
            "department_ids": frozenset(item.department_ids or ()),
            "headed_ids": frozenset(item.headed_ids or ()),
            "invited": bool(item.invited),
            "second_factor": bool(item.second_factor),
            "password_set_at": _instant(item.password_set_at),
            "sessions_ended_at": _instant(item.sessions_ended_at),
        }
    )


def _hand_over_item(hand_over: HandOver) -> HandOverItem:
    return HandOverItem(
        f"person#{hand_over.from_id}",
        f"hand-over#{hand_over.id}",
        to_id=hand_over.to.id,
        kinds=set(map(str, hand_over.kinds)),
    )


def _instant(text: str | None) -> datetime | None:
    return from_wire(text) if text else None


def _to_department(item: DepartmentItem) -> Department:
    return Department(item.sk, item.name, item.head_id, item.parent_id, item.version)
