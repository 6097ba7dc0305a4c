"""The public API of people."""

from http import HTTPStatus

from chalicelib.people import schemas
from chalicelib.people.model import Session
from chalicelib.people.service import People
from portal.ids import new_id
from portal.principals import Principal, Role
from portal.routes import ANYONE, SIGNED_IN, STAFF, Answer, Request, Routes, only
from portal.texts import normalise_email
from portal.wire import Health, PageQuery, PageView

routes = Routes("people")

COOKIE = "portal_refresh"
_COOKIE_RULES = "HttpOnly; Secure; SameSite=Strict; Path=/api/people/sessions"
_SESSION_SECONDS = 30 * 24 * 60 * 60


@routes.get("/health", ANYONE)
def health(people: People) -> Health:
    """Whether people can sign in: the table answers."""
    people.departments.all()
    return Health()


@routes.post("/sessions", ANYONE)
def sign_in(people: People, body: schemas.SignIn) -> Answer[schemas.SessionView]:
    """Sign in with an address and a password."""
    return _session(people.sessions.sign_in(_lenient(body.email), body.password))


@routes.post("/sessions/refresh", ANYONE)
def refresh(people: People, request: Request) -> Answer[schemas.SessionView]:
    """Go on with the session of the cookie."""
    return _session(people.sessions.refresh(request.cookie(COOKIE)))


@routes.delete("/sessions", ANYONE)
def sign_out(people: People, request: Request) -> Answer[None]:
    """End the session of the cookie."""
    people.sessions.sign_out(request.cookie(COOKIE))
    return Answer(None, headers={"Set-Cookie": f"{COOKIE}=; {_COOKIE_RULES}; Max-Age=0"})


@routes.post("/password-resets", ANYONE)
def ask_for_password(people: People, body: schemas.PasswordReset, request: Request) -> None:
    """Let a letter go to the address with a link that sets a new password, if anybody has it."""
    people.passwords.ask(_lenient(body.email), request.viewer)


@routes.post("/passwords/check", ANYONE, HTTPStatus.OK)
def check_password_link(people: People, body: schemas.LinkToken) -> schemas.LinkView:
    """Whose password a link from a letter sets."""
    return schemas.LinkView.of(*people.passwords.check(body.token))


@routes.post("/passwords", ANYONE)
def set_password_by_link(people: People, body: schemas.LinkPassword) -> None:
    """Set the password by a link from a letter; all sessions of the person end."""
    people.passwords.set_by_link(body.token, body.password)


@routes.get("/me", SIGNED_IN)
def me(people: People, caller: Principal) -> schemas.PersonView:
    """Who I am."""
    return schemas.PersonView.of(people.directory.person(caller.id))


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


@routes.put("/employees/{person_id}/password", only(Role.OWNER))
def set_password(
    people: People, caller: Principal, person_id: str, body: schemas.NewPassword
) -> None:
    """Give an employee or a client a new password."""
    people.passwords.give(caller, person_id, body.password)


@routes.post("/employees/{person_id}/invitation", only(Role.OWNER))
def invite(people: People, caller: Principal, person_id: str) -> None:
    """Send an employee or a client another letter by which he sets his first password."""
    people.passwords.invite(caller, person_id)


@routes.get("/clients", only(Role.OWNER, Role.HEAD))
def clients(people: People, query: PageQuery) -> PageView[schemas.PersonView]:
    """The accounts of clients, by name."""
    return PageView.of(people.directory.clients(query.page()).map(schemas.PersonView.of))


@routes.post("/clients", only(Role.OWNER))
def add_client(
    people: People, caller: Principal, body: schemas.NewClient
) -> Answer[schemas.PersonView]:
    """Give a contact an account; without a password he is invited by letter."""
    person = people.directory.add_client(caller, body.to_person(new_id()), body.password)
    return Answer(schemas.PersonView.of(person))


@routes.get("/departments", STAFF)
def departments(people: People) -> schemas.DepartmentList:
    """All departments, by name."""
    return schemas.DepartmentList.of(people.departments.all())


@routes.post("/departments", only(Role.OWNER))
def add_department(
    people: People, caller: Principal, body: schemas.NewDepartment
) -> Answer[schemas.DepartmentView]:
    """Add a department."""
    department = people.departments.add(caller, body.name, body.head_id)
    view = schemas.DepartmentView.model_validate(department)
    return Answer(view, f"/api/people/departments/{department.id}", department.version)


@routes.patch("/departments/{department_id}", only(Role.OWNER))
def change_department(
    people: People,
    caller: Principal,
    department_id: str,
    body: schemas.DepartmentPatch,
    request: Request,
) -> Answer[schemas.DepartmentView]:
    """Rename a department, or give it another head."""
    department = people.departments.change(
        caller, department_id, body.to_changes(), request.if_match
    )
    return Answer(schemas.DepartmentView.model_validate(department), version=department.version)


def _session(session: Session) -> Answer[schemas.SessionView]:
    cookie = f"{COOKIE}={session.refresh_token}; {_COOKIE_RULES}; Max-Age={_SESSION_SECONDS}"
    return Answer(schemas.SessionView.of(session), headers={"Set-Cookie": cookie})


def _lenient(email: str) -> str:
    """The address as compared; one that is none is simply unknown, so that signing in tells nothing."""
    try:
        return normalise_email(email)
    except ValueError:
        return email.casefold()
