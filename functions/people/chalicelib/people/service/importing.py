"""Bringing in many employees at once, from a list that somebody has."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from chalicelib.people.model import Person, require_staff_roles
from chalicelib.people.service.adding import Adding
from chalicelib.people.service.departments import DepartmentChanges, Departments
from chalicelib.people.service.ports import Accounts, Store
from portal.clock import Clock
from portal.errors import PortalError
from portal.ids import Ids
from portal.principals import Actor, Principal
from portal.values import dataclass


class Outcome(StrEnum):
    """What became of a row."""

    ADDED = "added"
    READY = "ready"
    THERE = "there"
    WRONG = "wrong"


@dataclass(frozen=True)
class Wanted:
    """One row: an employee, and whether he heads his department."""

    person: Person
    heads: bool


@dataclass(frozen=True)
class Result:
    """What became of one row, and why it did not."""

    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True)
class Importing:
    """Each row by itself: one that is wrong leaves the others alone, one that is there is not added again."""

    store: Store
    accounts: Accounts
    departments: Departments
    clock: Clock
    ids: Ids

    def run(
        self, actor: Principal, rows: Iterable[Wanted | str], *, dry: bool, invite: bool
    ) -> list[Result]:
        """What became of each row; a row that is text could not be read, and says why."""
        return list(self._results(actor, rows, dry=dry, invite=invite))

    def _results(
        self, actor: Principal, rows: Iterable[Wanted | str], *, dry: bool, invite: bool
    ) -> Iterator[Result]:
        seen: set[str] = set()
        for row in rows:
            if isinstance(row, str):
                yield Result(Outcome.WRONG, row)
                continue
            repeated = row.person.email in seen
            seen.add(row.person.email)
            if repeated or self.store.person_by_email(row.person.email):
                yield Result(Outcome.THERE)
            else:
                yield self._ready(row) if dry else self._added(actor, row, invite=invite)

    def _ready(self, row: Wanted) -> Result:
        try:
            require_staff_roles(row.person.roles)
        except PortalError as error:
            return Result(Outcome.WRONG, str(error))
        return Result(Outcome.READY)

    def _added(self, actor: Principal, row: Wanted, *, invite: bool) -> Result:
        try:
            require_staff_roles(row.person.roles)
            adding = Adding(self.store, self.accounts, self.clock, self.ids)
            person = adding.add(Actor.of(actor), row.person, None, silent=not invite)
            if row.heads:
                for department_id in person.department_ids:
                    changes = DepartmentChanges(head_id=person.id)
                    self.departments.change(actor, department_id, changes, None)
        except PortalError as error:
            return Result(Outcome.WRONG, str(error))
        return Result(Outcome.ADDED)
