"""Signing in, going on and signing out."""

from chalicelib.people import schemas
from chalicelib.people.model import Origin, Session
from chalicelib.people.routes.passwords import lenient
from chalicelib.people.service import People
from portal.principals import Principal
from portal.routes import ANYONE, NEWCOMERS, Answer, Request, Routes
from portal.wire import Health

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
def sign_in(people: People, body: schemas.SignIn, request: Request) -> Answer[schemas.SessionView]:
    """Sign in with an address and a password, and a code where the person has a second factor."""
    session = people.sessions.sign_in(lenient(body.email), body.to_proof(), origin_of(request))
    return _session(session)


@routes.post("/sessions/refresh", ANYONE)
def refresh(people: People, request: Request) -> Answer[schemas.SessionView]:
    """Go on with the session of the cookie."""
    return _session(people.sessions.refresh(request.cookie(COOKIE), origin_of(request)))


@routes.delete("/sessions", ANYONE)
def sign_out(people: People, request: Request) -> Answer[None]:
    """End the session of the cookie."""
    people.sessions.sign_out(request.cookie(COOKIE))
    return Answer(None, headers={"Set-Cookie": f"{COOKIE}=; {_COOKIE_RULES}; Max-Age=0"})


@routes.get("/me", NEWCOMERS)
def me(people: People, caller: Principal) -> schemas.PersonView:
    """Who I am."""
    return schemas.PersonView.of(people.directory.person(caller.id))


def _session(session: Session) -> Answer[schemas.SessionView]:
    headers = {"Set-Cookie": session_cookie(session)}
    return Answer(schemas.SessionView.of(session), headers=headers)


def session_cookie(session: Session) -> str:
    """What brings the browser back to its session."""
    return f"{COOKIE}={session.refresh_token}; {_COOKIE_RULES}; Max-Age={_SESSION_SECONDS}"


def origin_of(request: Request) -> Origin:
    """From where a request comes."""
    return Origin.of(request.headers.get("user-agent", ""), request.viewer)
