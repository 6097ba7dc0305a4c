"""A letter that a person writes from a card."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.communications.model.addresses import Address
from chalicelib.communications.model.letters import File
from portal.cards import CardRef

_MAX_REFERENCES = 20


@dataclass(frozen=True)
class Draft:
    """What a person asks to be sent. Without a subject, an answer takes the subject of what it answers.

    `html` is the same letter with its formatting; empty when it has none. It leaves `at_once`, at `leave_at`, or
    after the seconds in which it can be taken back.
    """

    card: CardRef
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str | None
    text: str
    html: str = ""
    bcc: tuple[str, ...] = ()
    upload_ids: tuple[str, ...] = ()
    reply_to_id: str | None = None
    mailbox_id: str | None = None
    leave_at: datetime | None = None
    unless_answered: bool = False
    at_once: bool = False


@dataclass(frozen=True)
class Outgoing:
    """A letter ready to be put into MIME; `message_id` and `references` stand without brackets.

    One that is `automatic` asks that no machine answer it.
    """

    id: str
    at: datetime
    sender: Address
    reply_to: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    text: str
    message_id: str
    html: str = ""
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    automatic: bool = False


def answer_subject(subject: str) -> str:
    """The subject of an answer; one ``Re:`` is enough."""
    return subject if subject.casefold().startswith("re:") else f"Re: {subject}".strip()


def answer_references(references: tuple[str, ...], message_id: str | None) -> tuple[str, ...]:
    """The thread up to and with the letter answered (RFC 5322, 3.6.4).

    A long thread keeps its root and its latest letters, as the RFC's predecessor advised.
    """
    thread = (*references, message_id) if message_id else references
    if len(thread) <= _MAX_REFERENCES:
        return thread
    return (thread[0], *thread[1 - _MAX_REFERENCES :])
