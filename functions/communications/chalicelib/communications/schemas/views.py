"""What communications gives over HTTP."""

from typing import Annotated, Self

from pydantic import Field

from chalicelib.communications.model import (
    Body,
    Channel,
    Communication,
    Direction,
    Privacy,
    State,
    Status,
    Upload,
    UploadTarget,
)
from chalicelib.communications.schemas.findings import InvitationView, VisitingCardView
from chalicelib.communications.schemas.handling import HandlingView
from chalicelib.communications.schemas.outgoing import DepartureView
from chalicelib.communications.schemas.parts import (
    AttachmentView,
    UndeliveredView,
    VerdictsView,
)
from portal.wire import CardView, Instant, Response

_OF_BODY = (
    "text",
    "history",
    "html",
    "truncated",
    "note",
    "invitations",
    "business_cards",
)


class AddressView(Response):
    """Someone who writes or is written to."""

    name: str
    address: str


class SuggestionView(Response):
    """A card that may be the right one."""

    card: CardView
    title: str


class ActorView(Response):
    """Who did something."""

    kind: str
    id: str
    name: str


class LinkChangeView(Response):
    """A person moved the communication to a card, or took it off."""

    at: Instant
    by: ActorView
    former: list[CardView]
    card: CardView | None


class CommunicationItem(Response):
    """A communication in a list; those with the same `thread_id` are one thread.

    Of a letter to a mailbox that is not the caller's, `privacy` tells how much of it is here: with ``subject`` the
    subject and parties, with ``hidden`` that it took place.
    """

    id: str
    thread_id: str
    channel: Channel
    direction: Direction
    state: State
    status: Status | None
    at: Instant
    sent_at: Instant | None
    sender: Annotated[AddressView, Field(serialization_alias="from")]
    to: list[AddressView]
    cc: list[AddressView]
    subject: str
    snippet: str
    attachment_count: int
    automatic: bool
    bounce: bool
    authenticated: bool
    mailboxes: list[str]
    cards: list[CardView]
    suggestions: list[SuggestionView]
    reason: str | None
    problem: str | None
    failure: str | None
    departure: DepartureView | None
    author: ActorView | None
    privacy: Privacy
    forwarded_by: ActorView | None
    dropped: bool
    undelivered: list[UndeliveredView]
    handling: HandlingView | None
    folder_id: str | None

    @classmethod
    def of(cls, record: Communication) -> Self:
        """The domain's form as it is sent."""
        return cls.model_validate(record)


class CommunicationView(CommunicationItem):
    """A communication with its texts: `text` is what is new in it, `history` what it quotes.

    `note` is what a colleague wrote above a letter that he forwarded. With `truncated`, the texts or files are not complete, and the whole letter can be downloaded.
    """

    text: str
    history: str
    html: str
    truncated: bool
    note: str
    attachments: list[AttachmentView]
    invitations: list[InvitationView]
    business_cards: list[VisitingCardView]
    verdicts: VerdictsView | None
    bcc: list[AddressView]
    token_problem: str | None
    link_history: list[LinkChangeView]
    parent_ids: list[str]
    message_id: str | None

    @classmethod
    def whole(cls, record: Communication, body: Body) -> Self:
        """The domain's form as it is sent."""
        of_body = {name: getattr(body, name) for name in _OF_BODY}
        of_record = {
            name: getattr(record, name)
            for name in cls.model_fields
            if name not in of_body and hasattr(record, name)
        }
        views = [AttachmentView.of(one, blocked=record.infected) for one in body.attachments]
        people = {"to": list(body.to or record.to), "cc": list(body.cc or record.cc)}
        return cls.model_validate({**of_record, **of_body, **people, "attachments": views})


class LinkView(Response):
    """An address that works for some minutes."""

    url: str


class UploadView(Response):
    """Where and with which form fields the bytes are posted; `id` is named in the letter."""

    id: str
    url: str
    fields: dict[str, str]

    @classmethod
    def of(cls, upload: Upload, target: UploadTarget) -> Self:
        """The domain's form as it is sent."""
        return cls(id=upload.id, url=target.url, fields=target.fields)
