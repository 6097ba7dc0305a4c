"""Letters that have not left, over HTTP."""

from typing import Annotated, Self

from pydantic import AfterValidator

from chalicelib.communications.service import TakenBack
from portal.cards import CardRef
from portal.wire import CardView, Instant, PageQuery, Request, Response


def _require_card(text: str) -> str:
    return str(CardRef.parse(text))


class OutgoingQuery(PageQuery):
    """Whose letters: the caller's own, or those of a card named as ``deal:01H...``."""

    card: Annotated[str, AfterValidator(_require_card)] | None = None

    def to_ref(self) -> CardRef | None:
        """The domain's form."""
        return CardRef.parse(self.card) if self.card else None


class NewDeparture(Request):
    """When a letter is to leave, and whether it stays when the client writes earlier."""

    at: Instant
    unless_answered: bool = False


class DepartureView(Response):
    """When a letter leaves: `planned` when its author chose the instant.

    `answered_at` is when the client wrote meanwhile, `attempts` how often the mail service has refused for the moment.
    """

    at: Instant
    planned: bool
    unless_answered: bool
    answered_at: Instant | None
    attempts: int


class UploadedView(Response):
    """A file that can be named in a letter."""

    id: str
    name: str
    size: int


class TakenBackView(Response):
    """A letter that is not sent, as it was written; its files can be named in another one."""

    id: str
    card: CardView
    to: list[str]
    cc: list[str]
    bcc: list[str]
    subject: str
    text: str
    html: str
    attachments: list[UploadedView]
    reply_to_id: str | None
    mailbox: str | None
    departure: DepartureView

    @classmethod
    def of(cls, taken: TakenBack) -> Self:
        """The domain's form as it is sent."""
        record, body = taken.record, taken.body
        return cls.model_validate(
            {
                "id": record.id,
                "card": record.card,
                "to": [one.address for one in record.to],
                "cc": [one.address for one in record.cc],
                "bcc": [one.address for one in record.bcc],
                "subject": record.subject,
                "text": body.text,
                "html": body.html,
                "attachments": [
                    UploadedView(id=one.id, name=one.file_name, size=one.size)
                    for one in taken.uploads
                ],
                "reply_to_id": next(iter(record.parent_ids), None),
                "mailbox": record.mailbox,
                "departure": record.departure,
            }
        )
