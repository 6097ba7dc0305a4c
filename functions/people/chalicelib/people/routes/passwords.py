"""Setting passwords, by letter or by an owner."""

from http import HTTPStatus

from chalicelib.people import schemas
from chalicelib.people.service import People
from portal.principals import Principal, Role
from portal.routes import ANYONE, Request, Routes, only
from portal.texts import normalise_email

routes = Routes("people")


@routes.post("/password-resets", ANYONE)
def ask_for_password(people: People, body: schemas.PasswordReset, request: Request) -> None:
    """Let a letter go to the address with a link that sets a new password, if anybody has it."""
    people.passwords.ask(lenient(body.email), request.viewer)


@routes.post("/passwords/check", ANYONE, HTTPStatus.OK)
def check_password_link(people: People, body: schemas.LinkToken) -> schemas.LinkView:
    """Whose password a link from a letter sets."""
    return schemas.LinkView.of(*people.passwords.check(body.token))


@routes.post("/passwords", ANYONE)
def set_password_by_link(people: People, body: schemas.LinkPassword) -> None:
    """Set the password by a link from a letter; all sessions of the person end."""
    people.passwords.set_by_link(body.token, body.password)


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


def lenient(email: str) -> str:
    """The address as compared; one that is none is simply unknown, so that signing in tells nothing."""
    try:
        return normalise_email(email)
    except ValueError:
        return email.casefold()
