"""What communications takes over HTTP."""

from collections.abc import Collection, Iterable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from chalicelib.communications.model import MAX_MESSAGE_LENGTH, Draft, State
from portal.cards import CardKind
from portal.texts import require_line, require_prose
from portal.wire import Card, Email, Id, Instant, Line, PageQuery, Prose, Request

_MAX_FILES = 20
_MAX_RECIPIENTS = 50
_MAX_MARKUP = 200_000


def _require_ascii_local(address: str) -> str:
    if not address.rpartition("@")[0].isascii():
        raise ValueError("The mail service needs Latin letters before the @.")
    return address


def _others(addresses: Iterable[str], named: Collection[str]) -> tuple[str, ...]:
    return tuple(address for address in addresses if address not in named)


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _listed(value: Any) -> Any:  # noqa: ANN401  # whatever was sent
    return [value] if isinstance(value, str) else value


Recipient = Annotated[Email, AfterValidator(_require_ascii_local)]
Recipients = Annotated[
    list[Recipient],
    BeforeValidator(_listed),
    Field(max_length=_MAX_RECIPIENTS),
    AfterValidator(_unique),
]
Subject = Annotated[str, StringConstraints(max_length=500), AfterValidator(require_line)]
Markup = Annotated[str, StringConstraints(max_length=_MAX_MARKUP)]
MediaType = Annotated[
    str, StringConstraints(max_length=127, pattern=r"^[A-Za-z0-9][\w.+-]*/[A-Za-z0-9][\w.+-]*$")
]


class CommunicationQuery(PageQuery):
    """Which list."""

    state: State


class NewLink(Request):
    """The card that a communication belongs to."""

    card: Card


class AsideChange(Request):
    """Whether a letter needs no card."""

    aside: bool


class NewMail(Request):
    """A letter to send from a card. An answer may leave the subject out.

    `html` is the same letter with its formatting; of it only what a letter may hold is sent. The letter leaves at
    `leave_at`, or after ten seconds in which it can be taken back, or `at_once`. With `unless_answered` it stays when
    the client writes before `leave_at`.
    """

    card: Card
    to: Annotated[Recipients, Field(min_length=1)]
    cc: Annotated[Recipients, Field(default_factory=list)]
    bcc: Annotated[Recipients, Field(default_factory=list)]
    subject: Subject | None = None
    text: Prose
    html: Markup | None = None
    attachments: Annotated[
        list[Id], Field(default_factory=list, max_length=_MAX_FILES), AfterValidator(_unique)
    ]
    reply_to_id: Id | None = None
    mailbox_id: Id | None = None
    leave_at: Instant | None = None
    unless_answered: bool = False
    at_once: bool = False

    def to_draft(self) -> Draft:
        """The domain's form."""
        return Draft(
            card=self.card.to_ref(),
            to=tuple(self.to),
            cc=_others(self.cc, self.to),
            bcc=_others(self.bcc, (*self.to, *self.cc)),
            subject=self.subject,
            text=self.text,
            html=self.html or "",
            upload_ids=tuple(self.attachments),
            reply_to_id=self.reply_to_id,
            mailbox_id=self.mailbox_id,
            leave_at=self.leave_at,
            unless_answered=self.unless_answered,
            at_once=self.at_once,
        )


class DealOnly(Card):
    """A deal, named from a request about something else."""

    kind: Literal[CardKind.DEAL]


class NewMessage(Request):
    """What a client and the company's people write to each other about a deal."""

    card: DealOnly
    text: Annotated[
        str, StringConstraints(max_length=MAX_MESSAGE_LENGTH), AfterValidator(require_prose)
    ]


class NewUpload(Request):
    """A file that will go into a letter; `size` in bytes."""

    file_name: Line
    size: Annotated[int, Field(ge=1)]
    content_type: MediaType
