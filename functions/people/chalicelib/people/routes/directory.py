"""The employees of the company."""

from http import HTTPStatus

from chalicelib.people import schemas
from chalicelib.people.service import People
from portal.ids import new_id
from portal.principals import Principal, Role
from portal.routes import SIGNED_IN, STAFF, Answer, Request, Routes, only
from portal.wire import PageQuery, PageView

routes = Routes("people")


@routes.get("/employees", STAFF)
def employees(people: People, query: PageQuery) -> PageView[schemas.PersonView]:
    """The directory, by name."""
    return PageView.of(people.directory.employees(query.page()).map(schemas.PersonView.of))


@routes.post("/employees", only(Role.OWNER))
def add_employee(
    people: People, caller: Principal, body: schemas.NewEmployee
) -> Answer[schemas.PersonView]:
    """Add an employee; without a password he is invited by letter."""
    person = people.directory.add_employee(caller, body.to_person(new_id()), body.password)
    return Answer(
        schemas.PersonView.of(person), f"/api/people/employees/{person.id}", person.version
    )


@routes.get("/employees/{person_id}", STAFF)
def employee(people: People, person_id: str) -> Answer[schemas.PersonView]:
    """One employee."""
    person = people.directory.employee(person_id)
    return Answer(schemas.PersonView.of(person), version=person.version)


@routes.get("/employees/{person_id}/business-card", SIGNED_IN)
def business_card(people: People, person_id: str) -> schemas.BusinessCardView:
    """What an employee gives to anyone he works with, clients among them."""
    return schemas.BusinessCardView.model_validate(people.directory.at_work(person_id))


@routes.patch("/employees/{person_id}", STAFF)
def change_employee(
    people: People,
    caller: Principal,
    person_id: str,
    body: schemas.EmployeePatch,
    request: Request,
) -> Answer[schemas.PersonView]:
    """Change an employee, or some fields of oneself."""
    person = people.directory.change(caller, person_id, body.to_changes(), request.if_match)
    return Answer(schemas.PersonView.of(person), version=person.version)


@routes.post("/employees/{person_id}/deactivation", only(Role.OWNER), HTTPStatus.OK)
def deactivate(
    people: People,
    caller: Principal,
    person_id: str,
    body: schemas.Deactivation,
    request: Request,
) -> Answer[schemas.PersonView]:
    """Close an employee's account, and hand his work over to colleagues."""
    person = people.leaving.deactivate(caller, person_id, body.hand_over, request.if_match)
    return Answer(schemas.PersonView.of(person), version=person.version)


@routes.post("/employee-imports", only(Role.OWNER), HTTPStatus.OK)
def import_employees(
    people: People, caller: Principal, body: schemas.EmployeeImport
) -> schemas.ImportResult:
    """Add up to fifty employees of a list, or say what would become of each row."""
    rows = body.to_rows(people.departments.all())
    results = people.importing.run(caller, rows, dry=body.dry_run, invite=body.invite)
    return schemas.ImportResult.of(results)
