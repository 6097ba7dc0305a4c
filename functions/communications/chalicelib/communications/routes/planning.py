"""Letters that have not left."""

from http import HTTPStatus

from chalicelib.communications import schemas
from chalicelib.communications.service import Communications
from portal.principals import Principal
from portal.routes import STAFF, Request, Routes
from portal.wire import PageView

routes = Routes("communications")


@routes.get("/outgoing", STAFF)
def outgoing(
    portal: Communications, caller: Principal, query: schemas.OutgoingQuery, request: Request
) -> PageView[schemas.CommunicationItem]:
    """One's own letters that have not left, or those of a card, the next to leave first."""
    page = portal.planning.page(caller, request.authorization, query.to_ref(), query.page())
    return PageView.of(page.map(schemas.CommunicationItem.of))


@routes.patch("/{communication_id}/departure", STAFF)
def put_off(
    portal: Communications, caller: Principal, communication_id: str, body: schemas.NewDeparture
) -> schemas.CommunicationItem:
    """Have a letter that has not left leave at another time."""
    record = portal.planning.put_off(
        caller, communication_id, body.at, unless_answered=body.unless_answered
    )
    return schemas.CommunicationItem.of(record)


@routes.post("/{communication_id}/cancel", STAFF, HTTPStatus.OK)
def take_back(
    portal: Communications, caller: Principal, communication_id: str
) -> schemas.TakenBackView:
    """Stop a letter that has not left, and get it back to go on writing it."""
    return schemas.TakenBackView.of(portal.planning.take_back(caller, communication_id))
