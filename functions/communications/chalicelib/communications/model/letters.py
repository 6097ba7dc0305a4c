"""A letter as it was read, before it becomes a communication."""

import hashlib
from dataclasses import field
from datetime import datetime

from chalicelib.communications.model.addresses import Address
from chalicelib.communications.model.deliveries import Report
from chalicelib.communications.model.findings import BusinessCard, Invitation
from chalicelib.communications.model.verdicts import Verdicts
from portal.values import dataclass

NOBODY = Address("", "")


@dataclass(frozen=True)
class File:
    """One attachment with its bytes. `content_type` is what the sender claims, `detected_type` what it looks like."""

    name: str
    content_type: str
    detected_type: str | None
    content: bytes = field(repr=False)
    content_id: str | None = None
    inline: bool = False

    @property
    def sha256(self) -> str:
        """The checksum in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Forwarded:
    """A letter inside another one that forwards it; `note` is what stands above it, of who forwards it."""

    sender: Address
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    text: str = ""
    history: str = ""
    html: str = ""
    files: tuple[File, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Letter:
    """The content of a letter, all texts clean and in Unicode.

    `delivered_to` holds those to whom the mail service delivered it, where it said so, `envelope` the recipients that
    headers of servers name, `references` the Message-IDs of the thread from the oldest on. With a `problem`, only what could be read is here.
    """

    sender: Address = NOBODY
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    delivered_to: tuple[str, ...] = ()
    envelope: tuple[str, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    text: str = ""
    history: str = ""
    html: str = ""
    files: tuple[File, ...] = ()
    automatic: bool = False
    bounce: bool = False
    newsletter: bool = False
    verdicts: Verdicts = field(default_factory=Verdicts)
    authenticated: bool = False
    truncated: bool = False
    problem: str | None = None
    forwarded: Forwarded | None = None
    reports: tuple[Report, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    business_cards: tuple[BusinessCard, ...] = ()

    @property
    def recipients(self) -> tuple[str, ...]:
        """Everyone it went to, those first to whom it was delivered."""
        written = (address.address for address in (*self.to, *self.cc))
        return tuple(dict.fromkeys((*self.delivered_to, *self.envelope, *written)))

    @property
    def fingerprint(self) -> str:
        """Equal for copies of one letter, whichever mailbox they came to; nobody can forge a copy unseen."""
        return fingerprint(self.sender.address, self.subject, self.text + self.history, self.files)


def fingerprint(sender: str, subject: str, text: str, files: tuple[File, ...]) -> str:
    """A checksum of what a person sees of a letter; spaces do not count, since servers fold them."""
    parts = (sender, "".join(subject.split()), "".join(text.split()), *(f.sha256 for f in files))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
