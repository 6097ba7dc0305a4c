"""Signing in through the company's own provider.

The browser goes there by itself, with an address that it is given here, and brings back what it is given there.
A cookie ties the two ends: who has not begun a sign-in in this browser cannot end it here.
"""

from http import HTTPStatus

from chalicelib.people import schemas
from chalicelib.people.model.tickets import LIFETIME, id_in
from chalicelib.people.routes.signing_in import origin_of, session_cookie
from chalicelib.people.service import Answer as Brought
from chalicelib.people.service import Begun, People
from portal.ids import is_id
from portal.principals import Principal
from portal.routes import ANYONE, SIGNED_IN, Answer, Request, Routes

routes = Routes("people")

_COOKIE = "portal_ticket_"
_COOKIE_RULES = "HttpOnly; Secure; SameSite=Strict; Path=/api/people/provider"


@routes.get("/sign-in-ways", ANYONE)
def sign_in_ways(people: People) -> schemas.SignInWays:
    """How one can sign in here."""
    return schemas.SignInWays.of(people.by_provider.rules)


@routes.post("/provider/tickets", ANYONE)
def begin_by_provider(
    people: People, body: schemas.ProviderStart, request: Request
) -> Answer[schemas.ProviderAddress]:
    """Begin to sign in by the provider: where the browser goes."""
    return _begun(people.by_provider.begin(body.to, request.viewer))


@routes.post("/provider/sessions", ANYONE)
def sign_in_by_provider(
    people: People, body: schemas.ProviderAnswer, request: Request
) -> Answer[schemas.ProviderSessionView]:
    """Sign in with what the provider has answered."""
    session, to = people.by_provider.finish(_brought(body, request), origin_of(request))
    view = schemas.ProviderSessionView.to_page(session, to)
    return Answer(view, headers={"Set-Cookie": session_cookie(session)})


@routes.get("/provider/link", SIGNED_IN)
def provider_link(people: People, caller: Principal) -> schemas.ProviderLinkView:
    """By whom of the provider's people I sign in."""
    return schemas.ProviderLinkView.of(people.by_provider.link_of(caller.id))


@routes.post("/provider/link-tickets", SIGNED_IN)
def begin_provider_link(
    people: People, caller: Principal, body: schemas.ProviderLinkStart
) -> Answer[schemas.ProviderAddress]:
    """Begin to link myself with one of the provider's people: where the browser goes."""
    return _begun(people.by_provider.begin_link(caller, body.to_proof()))


@routes.put("/provider/link", SIGNED_IN, HTTPStatus.OK)
def link_provider(
    people: People, caller: Principal, body: schemas.ProviderAnswer, request: Request
) -> schemas.ProviderLinkView:
    """Link myself with whom the provider has answered for."""
    link = people.by_provider.finish_link(caller, _brought(body, request))
    return schemas.ProviderLinkView.of(link)


@routes.delete("/provider/link", SIGNED_IN)
def unlink_provider(people: People, caller: Principal) -> None:
    """From now on nobody signs in as me by the provider."""
    people.by_provider.unlink(caller)


def _begun(begun: Begun) -> Answer[schemas.ProviderAddress]:
    seconds = int(LIFETIME.total_seconds())
    cookie = f"{_COOKIE}{begun.ticket_id}={begun.secret}; {_COOKIE_RULES}; Max-Age={seconds}"
    return Answer(schemas.ProviderAddress(address=begun.address), headers={"Set-Cookie": cookie})


def _brought(body: schemas.ProviderAnswer, request: Request) -> Brought:
    ticket_id = id_in(body.state)
    secret = request.cookie(_COOKIE + ticket_id) if is_id(ticket_id) else None
    return Brought(body.state, body.code, secret or "")
