"""The accounts of clients."""

from chalicelib.people import schemas
from chalicelib.people.service import People
from portal.ids import new_id
from portal.principals import Principal, Role
from portal.routes import Answer, Request, Routes, only
from portal.wire import PageQuery, PageView

routes = Routes("people")


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


@routes.patch("/clients/{person_id}", only(Role.OWNER))
def change_client(
    people: People,
    caller: Principal,
    person_id: str,
    body: schemas.ClientPatch,
    request: Request,
) -> Answer[schemas.PersonView]:
    """Change a client's account: close it, open it again, correct the name or the address."""
    person = people.directory.change_client(caller, person_id, body.to_changes(), request.if_match)
    return Answer(schemas.PersonView.of(person), version=person.version)
