"""Letters and messages."""

from http import HTTPStatus

from chalicelib.communications import schemas
from chalicelib.communications.model import Communication
from chalicelib.communications.service import Communications
from portal.principals import Principal
from portal.routes import SIGNED_IN, STAFF, Answer, Request, Routes
from portal.wire import PageView

routes = Routes("communications")


@routes.get("", STAFF)
def communications(
    portal: Communications, caller: Principal, query: schemas.CommunicationQuery, request: Request
) -> PageView[schemas.CommunicationItem]:
    """The unlinked inbox, or what stands on cards, newest first."""
    page = portal.reading.page(caller, request.authorization, query.state, query.page())
    return PageView.of(page.map(schemas.CommunicationItem.of))


@routes.post("/mail", STAFF)
def send_mail(
    portal: Communications, caller: Principal, body: schemas.NewMail, request: Request
) -> Answer[schemas.CommunicationView]:
    """Send a letter from a card."""
    key = request.headers.get("idempotency-key")
    record = portal.sending.send(
        caller, request.authorization, body.to_draft(), f"{caller.id}#{key}" if key else None
    )
    return _made(portal, caller, record)


@routes.post("/messages", SIGNED_IN)
def send_message(
    portal: Communications, caller: Principal, body: schemas.NewMessage, request: Request
) -> Answer[schemas.CommunicationView]:
    """Write about a deal in the portal: a client to the company, the company to the deal's clients."""
    key = request.headers.get("idempotency-key")
    record = portal.messages.write(
        caller,
        request.authorization,
        body.card.to_ref(),
        body.text,
        f"{caller.id}#message#{key}" if key else None,
    )
    return _made(portal, caller, record)


@routes.post("/attachments", STAFF)
def announce_upload(
    portal: Communications, caller: Principal, body: schemas.NewUpload
) -> schemas.UploadView:
    """Get an address to upload a file to, before naming it in a letter."""
    upload, target = portal.uploads.announce(caller, body.file_name, body.size, body.content_type)
    return schemas.UploadView.of(upload, target)


@routes.get("/{communication_id}", SIGNED_IN)
def communication(
    portal: Communications, caller: Principal, communication_id: str, request: Request
) -> schemas.CommunicationView:
    """One communication with its texts and files."""
    record, body = portal.reading.full(caller, request.authorization, communication_id)
    return schemas.CommunicationView.whole(record, body)


@routes.get("/{communication_id}/attachments/{index}", SIGNED_IN)
def attachment(
    portal: Communications,
    caller: Principal,
    communication_id: str,
    index: str,
    request: Request,
) -> schemas.LinkView:
    """An address to download one file from."""
    return schemas.LinkView(
        url=portal.reading.attachment_link(caller, request.authorization, communication_id, index)
    )


@routes.get("/{communication_id}/raw", STAFF)
def raw_letter(
    portal: Communications, caller: Principal, communication_id: str, request: Request
) -> schemas.LinkView:
    """An address to download the whole letter from, as it came."""
    url = portal.reading.raw_link(caller, request.authorization, communication_id)
    return schemas.LinkView(url=url)


@routes.post("/{communication_id}/links", STAFF)
def choose_card(
    portal: Communications,
    caller: Principal,
    communication_id: str,
    body: schemas.NewLink,
    request: Request,
) -> schemas.CommunicationView:
    """Say which card a communication belongs to."""
    record = portal.choosing.choose(
        caller, request.authorization, communication_id, body.card.to_ref()
    )
    return _view(portal, caller, record)


@routes.delete("/{communication_id}/links", STAFF)
def take_off_cards(
    portal: Communications, caller: Principal, communication_id: str, request: Request
) -> None:
    """Take a communication off its cards, back among those that wait for a person."""
    portal.choosing.take_off(caller, request.authorization, communication_id)


@routes.post("/{communication_id}/aside", STAFF, HTTPStatus.OK)
def put_aside(
    portal: Communications,
    caller: Principal,
    communication_id: str,
    body: schemas.AsideChange,
    request: Request,
) -> schemas.CommunicationView:
    """Say that a letter needs no card, or that it waits for one again."""
    record = portal.aside.put(caller, request.authorization, communication_id, aside=body.aside)
    return _view(portal, caller, record)


@routes.post("/{communication_id}/parse", STAFF, HTTPStatus.OK)
def parse_again(
    portal: Communications, caller: Principal, communication_id: str, request: Request
) -> schemas.CommunicationView:
    """Read a stored letter again; what people decided about it stays."""
    return _view(
        portal, caller, portal.retrying.parse(caller, request.authorization, communication_id)
    )


@routes.post("/{communication_id}/send", STAFF, HTTPStatus.OK)
def send_again(
    portal: Communications, caller: Principal, communication_id: str, request: Request
) -> schemas.CommunicationView:
    """Try again to send a letter that has not been sent."""
    return _view(
        portal, caller, portal.sending.retry(caller, request.authorization, communication_id)
    )


def _made(
    portal: Communications, caller: Principal, record: Communication
) -> Answer[schemas.CommunicationView]:
    return Answer(_view(portal, caller, record), f"/api/communications/{record.id}")


def _view(
    portal: Communications, caller: Principal, record: Communication
) -> schemas.CommunicationView:
    return schemas.CommunicationView.whole(*portal.reading.view(caller, record))
