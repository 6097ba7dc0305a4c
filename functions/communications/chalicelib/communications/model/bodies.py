"""The large part of a communication: its texts and its files."""

from chalicelib.communications.model.addresses import Address
from chalicelib.communications.model.findings import BusinessCard, Invitation
from portal.values import dataclass


@dataclass(frozen=True)
class Attachment:
    """A file of a communication; its bytes are kept under the communication's id and the index."""

    index: int
    name: str
    content_type: str
    detected_type: str | None
    size: int
    sha256: str
    content_id: str | None = None
    inline: bool = False


@dataclass(frozen=True)
class Body:
    """The large part of a communication: all recipients, the texts, and the list of attachments.

    `note` is what a colleague wrote above a letter that he forwarded, `text` what is new in the letter, `history` what it quotes; `truncated` says that only the raw
    letter has it all.
    """

    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    references: tuple[str, ...] = ()
    text: str = ""
    history: str = ""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()
    truncated: bool = False
    note: str = ""
    invitations: tuple[Invitation, ...] = ()
    business_cards: tuple[BusinessCard, ...] = ()
