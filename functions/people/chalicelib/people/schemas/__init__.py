"""What people takes and gives over HTTP."""

from chalicelib.people.schemas.departments import (
    DepartmentList,
    DepartmentPatch,
    DepartmentView,
    NewDepartment,
)
from chalicelib.people.schemas.importing import EmployeeImport, ImportResult
from chalicelib.people.schemas.passwords import (
    LinkPassword,
    LinkToken,
    LinkView,
    NewPassword,
    PasswordReset,
)
from chalicelib.people.schemas.people import (
    BusinessCardView,
    ClientPatch,
    Deactivation,
    EmployeePatch,
    NewClient,
    NewEmployee,
    NewOwner,
    PersonView,
)
from chalicelib.people.schemas.provider import (
    ProviderAddress,
    ProviderAnswer,
    ProviderLinkStart,
    ProviderLinkView,
    ProviderSessionView,
    ProviderStart,
    SignInWays,
)
from chalicelib.people.schemas.security import (
    EnrolmentView,
    FactorView,
    NewPolicy,
    OwnPassword,
    OwnProof,
    PolicyView,
    RecoveryCodes,
    SecurityNoteView,
    SessionList,
)
from chalicelib.people.schemas.sessions import SessionView, SignIn

__all__ = [
    "BusinessCardView",
    "ClientPatch",
    "Deactivation",
    "DepartmentList",
    "DepartmentPatch",
    "DepartmentView",
    "EmployeeImport",
    "EmployeePatch",
    "EnrolmentView",
    "FactorView",
    "ImportResult",
    "LinkPassword",
    "LinkToken",
    "LinkView",
    "NewClient",
    "NewDepartment",
    "NewEmployee",
    "NewOwner",
    "NewPassword",
    "NewPolicy",
    "OwnPassword",
    "OwnProof",
    "PasswordReset",
    "PersonView",
    "PolicyView",
    "ProviderAddress",
    "ProviderAnswer",
    "ProviderLinkStart",
    "ProviderLinkView",
    "ProviderSessionView",
    "ProviderStart",
    "RecoveryCodes",
    "SecurityNoteView",
    "SessionList",
    "SessionView",
    "SignIn",
    "SignInWays",
]
