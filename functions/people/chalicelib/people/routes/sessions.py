"""Where one is signed in."""

from http import HTTPStatus

from chalicelib.people import schemas
from chalicelib.people.service import People
from portal.principals import Principal, Role
from portal.routes import SIGNED_IN, Routes, only

routes = Routes("people")


@routes.get("/sessions", SIGNED_IN)
def my_sessions(people: People, caller: Principal) -> schemas.SessionList:
    """Where I am signed in, the last used first."""
    return schemas.SessionList.of(people.ending.open(caller.id), caller.session_id)


@routes.delete("/sessions/{session_id}", SIGNED_IN)
def end_session(people: People, caller: Principal, session_id: str) -> None:
    """End one of my sessions, at once."""
    people.ending.end(caller, session_id)


@routes.post("/sessions/end-others", SIGNED_IN, HTTPStatus.NO_CONTENT)
def end_other_sessions(people: People, caller: Principal) -> None:
    """End all of my sessions but this one."""
    people.ending.end_others(caller)


@routes.get("/employees/{person_id}/sessions", only(Role.OWNER))
def sessions_of(people: People, person_id: str) -> schemas.SessionList:
    """Where somebody is signed in."""
    return schemas.SessionList.of(people.ending.open(person_id), None)


@routes.delete("/employees/{person_id}/sessions", only(Role.OWNER))
def end_sessions_of(people: People, caller: Principal, person_id: str) -> None:
    """End all of somebody's sessions, at once."""
    people.ending.end_all(caller, person_id)
