"""Lists of employees as they are sent."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, StringConstraints, ValidationError

from chalicelib.people.model import Department
from chalicelib.people.schemas.people import NewEmployee
from chalicelib.people.service import Outcome, Result, Wanted
from portal.findings import sentence
from portal.ids import new_id
from portal.wire import Request, Response

Cell = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)]


class EmployeeRow(Request):
    """One row as it was written; what is wrong with it is told of this row alone."""

    name: Cell
    email: Cell
    phone: Cell = ""
    department: Cell = ""
    job_title: Cell = ""
    roles: Annotated[list[Cell], Field(max_length=10)] = []  # noqa: RUF012  # pydantic copies it
    heads: bool = False

    def to_wanted(self, departments: Mapping[str, str]) -> Wanted | str:
        """The domain's form, or what is wrong with the row."""
        department_id = departments.get(self.department.casefold())
        if self.department and department_id is None:
            return f"There is no department {self.department}."
        values = {
            "name": self.name,
            "email": self.email,
            "phone": self.phone or None,
            "job_title": self.job_title or None,
            "department_ids": [department_id] if department_id else [],
        }
        try:
            employee = NewEmployee.model_validate(
                values | ({"roles": self.roles} if self.roles else {})
            )
        except ValidationError as error:
            return " ".join(sentence(finding) for finding in error.errors(include_url=False))
        return Wanted(employee.to_person(new_id()), self.heads)


class EmployeeImport(Request):
    """A part of a list; with `dry_run` nothing is stored, with `invite` each who is added gets a letter."""

    rows: Annotated[list[EmployeeRow], Field(min_length=1, max_length=50)]
    dry_run: bool = True
    invite: bool = False

    def to_rows(self, departments: list[Department]) -> list[Wanted | str]:
        """The domain's form."""
        ids = {department.name.casefold(): department.id for department in departments}
        return [row.to_wanted(ids) for row in self.rows]


class RowResult(Response):
    """What became of a row."""

    outcome: Outcome
    reason: str


class ImportResult(Response):
    """What became of each row, in their order."""

    items: list[RowResult]

    @classmethod
    def of(cls, results: list[Result]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[RowResult(outcome=one.outcome, reason=one.reason) for one in results])
