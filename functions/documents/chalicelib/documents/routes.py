"""The public API of documents."""

from http import HTTPStatus

from chalicelib.documents import schemas
from chalicelib.documents.service import Documents
from chalicelib.documents.service.library import Caller
from portal.clock import utc_now
from portal.principals import Principal, Role
from portal.routes import ANYONE, SIGNED_IN, STAFF, Answer, Request, Routes, only
from portal.wire import PageQuery, PageView

routes = Routes("documents")


@routes.post("/upload-requests", STAFF)
def request_files(
    documents: Documents, caller: Principal, body: schemas.NewUploadRequest, request: Request
) -> Answer[schemas.NewUploadRequestView]:
    """Ask someone without an account for files on a card."""
    made, token = documents.requests.add(
        caller, request.authorization, body.to_asking(), body.to_terms()
    )
    view = schemas.NewUploadRequestView.at(made, documents.upload_page(token), utc_now)
    return Answer(view, f"/api/documents/upload-requests/{token}")


@routes.get("/upload-requests", SIGNED_IN)
def upload_requests(
    documents: Documents, caller: Principal, query: schemas.OnCardQuery, request: Request
) -> PageView[schemas.UploadRequestView]:
    """The requests for files on a card, newest first; a client sees those that he may answer."""
    page = documents.requests.on_card(caller, request.authorization, query.to_ref(), query.page())
    return PageView.of(page.map(lambda one: schemas.UploadRequestView.of(one, caller, utc_now)))


@routes.get("/upload-requests/{token}", ANYONE)
def upload_request(documents: Documents, token: str) -> schemas.PublicRequestView:
    """What may be sent by a link, and what has been."""
    return schemas.PublicRequestView.of(documents.requests.by_token(token), utc_now)


@routes.post("/upload-requests/{token}/files", ANYONE)
def send_file(
    documents: Documents, token: str, body: schemas.RequestedFile
) -> Answer[schemas.PlaceView]:
    """Announce a file by a link, and learn where to post it."""
    return Answer(
        schemas.PlaceView.of(documents.requests.give_place(token, body.to_file(), body.place_id))
    )


@routes.post("/upload-requests/{token}/answers", only(Role.CLIENT))
def answer_request(
    documents: Documents,
    caller: Principal,
    token: str,
    body: schemas.RequestedFile,
    request: Request,
) -> Answer[schemas.PlaceView]:
    """Announce a file as a client who is signed in. The last but one segment is the request's id."""
    place = documents.requests.give_place_to_client(
        caller, request.authorization, token, body.to_file(), body.place_id
    )
    return Answer(schemas.PlaceView.of(place))


@routes.post("/upload-requests/{token}/withdraw", STAFF, HTTPStatus.OK)
def withdraw_request(
    documents: Documents, caller: Principal, token: str, request: Request
) -> schemas.UploadRequestView:
    """End a request before its time. The last but one segment is its id, since nobody here knows the token."""
    ended = documents.requests.withdraw(request.authorization, token)
    return schemas.UploadRequestView.of(ended, caller, utc_now)


@routes.get("/strays", only(Role.OWNER))
def strays(documents: Documents, query: PageQuery) -> PageView[schemas.StrayView]:
    """Objects that came to the bucket and that nobody waited for."""
    page = documents.receiving.strays(query.page())
    return PageView.of(page.map(schemas.StrayView.model_validate))


@routes.get("", SIGNED_IN)
def documents_on_card(
    documents: Documents, caller: Principal, query: schemas.OnCardQuery, request: Request
) -> PageView[schemas.DocumentView]:
    """The documents on a card, newest first."""
    page = documents.library.on_card(_caller(caller, request), query.to_ref(), query.page())
    return PageView.of(page.map(schemas.DocumentView.of))


@routes.post("", STAFF)
def add_document(
    documents: Documents, caller: Principal, body: schemas.NewDocument, request: Request
) -> Answer[schemas.PlaceView]:
    """Announce a document or a new version of one, and learn where to post it."""
    place = documents.library.upload(
        _caller(caller, request), body.card.to_ref(), body.to_file(), body.to_replacing()
    )
    return Answer(schemas.PlaceView.of(place), f"/api/documents/{place.document_id}")


@routes.get("/{document_id}", SIGNED_IN)
def document(
    documents: Documents, caller: Principal, document_id: str, request: Request
) -> schemas.FullDocumentView:
    """A document with its versions."""
    who = _caller(caller, request)
    found = documents.library.document(who, document_id)
    versions = documents.library.versions(who, found)
    return schemas.FullDocumentView.with_versions(found, list(versions))


@routes.get("/{document_id}/download", SIGNED_IN)
def download(
    documents: Documents,
    caller: Principal,
    document_id: str,
    query: schemas.DownloadQuery,
    request: Request,
) -> schemas.LinkView:
    """An address of the content, good for a minute."""
    url = documents.library.download(_caller(caller, request), document_id, query.version)
    return schemas.LinkView(url=url)


@routes.post("/{document_id}/share", STAFF, HTTPStatus.OK)
def share(
    documents: Documents,
    caller: Principal,
    document_id: str,
    body: schemas.Sharing,
    request: Request,
) -> schemas.DocumentView:
    """Show a document to the card's client, or no longer."""
    shared = documents.library.share(
        _caller(caller, request), document_id, with_client=body.with_client
    )
    return schemas.DocumentView.of(shared)


def _caller(principal: Principal, request: Request) -> Caller:
    return Caller(principal, request.authorization)
