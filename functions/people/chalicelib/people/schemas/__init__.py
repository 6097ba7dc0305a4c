"""What people takes and gives over HTTP."""

from chalicelib.people.schemas.departments import (
    DepartmentList,
    DepartmentPatch,
    DepartmentView,
    NewDepartment,
)
from chalicelib.people.schemas.passwords import (
    LinkPassword,
    LinkToken,
    LinkView,
    NewPassword,
    PasswordReset,
)
from chalicelib.people.schemas.people import (
    BusinessCardView,
    EmployeePatch,
    NewClient,
    NewEmployee,
    NewOwner,
    PersonView,
)
from chalicelib.people.schemas.sessions import SessionView, SignIn

__all__ = [
    "BusinessCardView",
    "DepartmentList",
    "DepartmentPatch",
    "DepartmentView",
    "EmployeePatch",
    "LinkPassword",
    "LinkToken",
    "LinkView",
    "NewClient",
    "NewDepartment",
    "NewEmployee",
    "NewOwner",
    "NewPassword",
    "PasswordReset",
    "PersonView",
    "SessionView",
    "SignIn",
]
