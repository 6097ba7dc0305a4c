"""People as they are sent."""

from typing import Annotated, Self, cast
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.people.model import Person
from chalicelib.people.model.handing import WorkKind
from chalicelib.people.schemas.passwords import Password
from chalicelib.people.service.directory import PersonChanges
from portal.principals import Role
from portal.wire import Email, Id, Line, Patch, Phone, Request, Response


def _require_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("Use a name of the IANA time zone database, such as Europe/Moscow.")
    return name


Language = Annotated[str, StringConstraints(pattern="^(ru|en)$")]
TimeZone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_require_zone)]


class NewEmployee(Request):
    """An employee to add; without a password he is sent a letter by which he sets it himself."""

    name: Line
    email: Email
    roles: Annotated[frozenset[Role], Field(min_length=1)] = frozenset({Role.EMPLOYEE})
    department_ids: frozenset[Id] = frozenset()
    phone: Phone | None = None
    job_title: Line | None = None
    language: Language = "ru"
    time_zone: TimeZone = "Europe/Moscow"
    password: Password | None = None

    def to_person(self, person_id: str) -> Person:
        """The domain's form."""
        return Person(id=person_id, **self.model_dump(exclude={"password"}))


class EmployeePatch(Patch):
    """The fields of an employee to change; null empties the phone and the job title."""

    emptied_by_null = frozenset({"phone", "job_title", "manager_id"})

    name: Line | None = None
    email: Email | None = None
    roles: frozenset[Role] | None = None
    department_ids: frozenset[Id] | None = None
    phone: Phone | None = None
    job_title: Line | None = None
    language: Language | None = None
    time_zone: TimeZone | None = None
    active: bool | None = None
    manager_id: Id | None = None

    def to_changes(self) -> PersonChanges:
        """The domain's form."""
        return cast("PersonChanges", self.sent())


class Deactivation(Request):
    """To whom each kind of work goes; a kind that is left out stays where it is."""

    hand_over: dict[WorkKind, Id] = Field(default_factory=dict)


class NewOwner(Request):
    """The first person of a new portal."""

    name: Line
    email: Email
    password: Password


class NewClient(Request):
    """An account for one contact of ours; without a password he is sent a letter to set it."""

    name: Line
    email: Email
    contact_id: Id
    password: Password | None = None
    language: Language = "ru"
    time_zone: TimeZone = "Europe/Moscow"

    def to_person(self, person_id: str) -> Person:
        """The domain's form."""
        values = self.model_dump(exclude={"password"})
        return Person(id=person_id, roles=frozenset({Role.CLIENT}), **values)


class ClientPatch(Patch):
    """The fields of a client's account to change."""

    name: Line | None = None
    email: Email | None = None
    language: Language | None = None
    active: bool | None = None

    def to_changes(self) -> PersonChanges:
        """The domain's form."""
        return cast("PersonChanges", self.sent())


class BusinessCardView(Response):
    """An employee as clients see him: nothing of his rights, nor of how he signs in."""

    id: str
    name: str
    job_title: str | None
    phone: str | None


class PersonView(Response):
    """A person as colleagues see him."""

    id: str
    name: str
    email: str
    roles: list[Role]
    department_ids: list[str]
    headed_department_ids: list[str]
    contact_id: str | None
    phone: str | None
    job_title: str | None
    language: str
    time_zone: str
    active: bool
    invited: bool
    second_factor: bool
    manager_id: str | None

    @classmethod
    def of(cls, person: Person) -> Self:
        """The domain's form as it is sent."""
        values = {name: getattr(person, name) for name in cls.model_fields if hasattr(person, name)}
        return cls(
            **values
            | {
                "roles": sorted(person.roles),
                "department_ids": sorted(person.department_ids),
                "headed_department_ids": sorted(person.headed_ids),
            }
        )
