"""Requests for files, as the staff and as their holders see them."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.documents.model import RequestState, Slot, State, Terms, UploadRequest
from chalicelib.documents.schemas.files import MediaType, Size
from chalicelib.documents.service.requests import Asking
from portal.clock import Clock
from portal.principals import Principal
from portal.texts import require_prose
from portal.wire import Card, CardView, Instant, Request, Response

Note = Annotated[str, StringConstraints(max_length=2000), AfterValidator(require_prose)]


class NewUploadRequest(Request):
    """Files wanted on a card."""

    card: Card
    note: Note
    expires_at: Instant
    max_bytes: Size
    content_types: Annotated[list[MediaType], Field(min_length=1, max_length=50)]
    max_files: Annotated[int, Field(ge=1, le=50, strict=True)] = 10
    shared_with_client: bool = False

    def to_terms(self) -> Terms:
        """The domain's form."""
        return Terms(
            self.note,
            self.expires_at,
            self.max_bytes,
            tuple(self.content_types),
            self.max_files,
        )

    def to_asking(self) -> Asking:
        """The domain's form."""
        return Asking(self.card.to_ref(), self.shared_with_client)


_SENT: dict[State, Literal["waiting", "received", "refused"]] = {
    State.WAITING: "waiting",
    State.READY: "received",
    State.QUARANTINED: "refused",
}


class SentFileView(Response):
    """A file that the request's holder has sent, and what became of it."""

    id: str
    name: str
    size: int
    state: Literal["waiting", "received", "refused"]
    reason: str | None

    @classmethod
    def of(cls, slot: Slot) -> Self:
        """The domain's form as it is sent."""
        return cls(
            id=slot.document_id,
            name=slot.file.name,
            size=slot.file.size,
            state=_SENT[slot.state],
            reason=slot.reason,
        )


class UploadRequestView(Response):
    """A request for files, with what has come of it; who made it is null for a client."""

    id: str
    card: CardView
    note: str
    expires_at: Instant
    max_bytes: int
    content_types: list[str]
    max_files: int
    shared_with_client: bool
    requested_by: str | None
    created_at: Instant
    withdrawn: bool
    state: RequestState
    files_left: int
    files: list[SentFileView]

    @classmethod
    def of(cls, request: UploadRequest, caller: Principal, clock: Clock) -> Self:
        """The request as the caller may see it now."""
        shown = {} if caller.is_staff else {"requested_by": None}
        return cls(**_request(request, clock()) | shown)


class NewUploadRequestView(UploadRequestView):
    """A request this moment made. Its address is told now and never again; the last segment is the token."""

    url: str

    @classmethod
    def at(cls, request: UploadRequest, url: str, clock: Clock) -> Self:
        """The domain's form as it is sent, as of now."""
        return cls(**_request(request, clock()), url=url)


class PublicRequestView(Response):
    """A request as its holder sees it: nothing of the card, and of nobody's address."""

    note: str
    expires_at: Instant
    max_bytes: int
    content_types: list[str]
    max_files: int
    files_left: int
    files: list[SentFileView]

    @classmethod
    def of(cls, request: UploadRequest, clock: Clock) -> Self:
        """The domain's form as it is sent, as of now."""
        terms, now = request.terms, clock()
        return cls(
            note=terms.note,
            expires_at=terms.expires_at,
            max_bytes=terms.max_bytes,
            content_types=list(terms.content_types),
            max_files=terms.max_files,
            files_left=request.files_left(now),
            files=_sent(request, now),
        )


def _sent(request: UploadRequest, now: datetime) -> list[SentFileView]:
    return [SentFileView.of(slot) for slot in request.slots if slot.shown(now)]


def _request(request: UploadRequest, now: datetime) -> dict[str, object]:
    terms = request.terms
    return {
        "id": request.id,
        "card": CardView.model_validate(request.access.card),
        "note": terms.note,
        "expires_at": terms.expires_at,
        "max_bytes": terms.max_bytes,
        "content_types": list(terms.content_types),
        "max_files": terms.max_files,
        "shared_with_client": request.access.shared_with_client,
        "requested_by": request.requested_by,
        "created_at": request.created_at,
        "withdrawn": request.withdrawn,
        "state": request.state(now),
        "files_left": max(request.files_left(now), 0),
        "files": _sent(request, now),
    }
