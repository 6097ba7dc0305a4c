"""Departments as they are sent."""

from typing import Self, cast

from chalicelib.people.model import Department
from chalicelib.people.service.departments import DepartmentChanges
from portal.wire import Id, Line, Patch, Request, Response


class NewDepartment(Request):
    """A department to add."""

    name: Line
    head_id: Id | None = None
    parent_id: Id | None = None


class DepartmentPatch(Patch):
    """The fields of a department to change; a null head leaves it without one, a null parent at the top."""

    emptied_by_null = frozenset({"head_id", "parent_id"})

    name: Line | None = None
    head_id: Id | None = None
    parent_id: Id | None = None

    def to_changes(self) -> DepartmentChanges:
        """The domain's form."""
        return cast("DepartmentChanges", self.sent())


class DepartmentView(Response):
    """A department."""

    id: str
    name: str
    head_id: str | None
    parent_id: str | None


class DepartmentList(Response):
    """All departments; there is never a second page."""

    items: list[DepartmentView]
    next: None = None

    @classmethod
    def of(cls, departments: list[Department]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[DepartmentView.model_validate(department) for department in departments])
