"""Parts of a communication on the wire."""

from typing import Self

from chalicelib.communications.model import Attachment, Fate
from portal.wire import Instant, Response


class VerdictsView(Response):
    """What the receiving server found out, in the words of RFC 8601."""

    spf: str | None
    dkim: str | None
    dmarc: str | None
    spam: str | None
    virus: str | None


class AttachmentView(Response):
    """A file of a communication; `blocked` when a virus was found in the letter."""

    index: int
    name: str
    content_type: str
    detected_type: str | None
    size: int
    sha256: str
    content_id: str | None
    inline: bool
    blocked: bool

    @classmethod
    def of(cls, attachment: Attachment, *, blocked: bool) -> Self:
        """The domain's form as it is sent."""
        values = {name: getattr(attachment, name) for name in cls.model_fields if name != "blocked"}
        return cls(**values, blocked=blocked)


class UndeliveredView(Response):
    """What became of a letter of ours at an address; `detail` is what the mail server says."""

    address: str
    fate: Fate
    detail: str
    at: Instant
