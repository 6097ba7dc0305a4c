"""What stands under letters, over HTTP."""

from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints

from chalicelib.communications.service.signing import Signatures
from portal.texts import require_prose
from portal.wire import Request, Response


class NewSignature(Request):
    """Formatted lines, with ``{{me.name}}`` and its like for what they mean; null for none."""

    html: Annotated[str, StringConstraints(max_length=10_000), AfterValidator(require_prose)] | None


class MailboxSignature(Response):
    """What stands under everything that is written from a mailbox."""

    mailbox_id: str
    html: str


class SignaturesView(Response):
    """The caller's own signature, the company's for those who have none, and those of mailboxes."""

    own: str | None
    company: str | None
    mailboxes: list[MailboxSignature]

    @classmethod
    def of(cls, signatures: Signatures) -> Self:
        """The domain's form as it is sent."""
        boxes = [MailboxSignature(mailbox_id=k, html=v) for k, v in signatures.mailboxes.items()]
        return cls(own=signatures.own, company=signatures.company, mailboxes=boxes)
