"""From the bytes of a letter to its content."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser

from chalicelib.communications.mail import authentication, markup
from chalicelib.communications.mail.attachments import (
    MAX_FILES,
    content_of,
    content_type,
    disposition,
    file_name,
    file_of,
    inner_letters,
)
from chalicelib.communications.mail.cleaning import clean, clean_line, unescaped
from chalicelib.communications.mail.forwarding import forwarded_in, is_forward, zone_of
from chalicelib.communications.mail.headers import (
    RawHeaders,
    addresses,
    decoded,
    instant,
    message_ids,
    raw,
    raw_all,
)
from chalicelib.communications.mail.history import fold
from chalicelib.communications.mail.machines import (
    is_automatic,
    is_bounce,
    is_newsletter,
    returned_ids,
)
from chalicelib.communications.mail.plain_text import to_plain
from chalicelib.communications.mail.reports import reports_in
from chalicelib.communications.mail.unpacking import opened
from chalicelib.communications.model import NOBODY, Forwarded, Letter
from portal.charsets import to_text

_MAX_SUBJECT = 500
_NESTED = "This letter holds parts within parts, too many to be read here. Download it whole."
_MAX_REFERENCES = 50
_MAX_TEXT = 500_000
_POLICY = RawHeaders()


def parse(content: bytes) -> Letter:
    """The letter; one that cannot be read whole comes with a `problem` and what could be read."""
    try:
        return _whole(content)
    except RecursionError:
        return unreadable(content, _NESTED)
    except Exception as error:  # noqa: BLE001  # strangers' bytes: whatever breaks, the letter is kept and shown
        return unreadable(content, f"This letter cannot be read ({type(error).__name__}).")


def unreadable(content: bytes, problem: str) -> Letter:
    """As much of a letter as its headers tell."""
    try:
        message = BytesHeaderParser(policy=_POLICY).parsebytes(content)
        return replace(_headers(message), problem=problem)
    except Exception:  # noqa: BLE001  # as above; then even the headers tell nothing
        return Letter(problem=problem)


def _whole(content: bytes) -> Letter:
    if not content.strip():
        return Letter(problem="The letter is empty.")
    message = BytesParser(policy=_POLICY).parsebytes(content)
    letter, leaves = _headers(message), list(_leaves(message))
    bounce = is_bounce(message, leaves)
    texts = _texts([leaf for leaf in leaves if _is_text(leaf)])
    files = [leaf for leaf in leaves if not _is_text(leaf)]
    read = replace(
        letter,
        text=texts.text,
        history=texts.history,
        html=texts.html,
        truncated=texts.truncated or len(files) > MAX_FILES,
        files=tuple(file_of(part, index) for index, part in enumerate(files[:MAX_FILES])),
        bounce=bounce,
        automatic=letter.automatic or bounce,
        references=(*letter.references, *returned_ids(leaves)),
        reports=reports_in(leaves),
        forwarded=None if bounce else _forwarded(message, letter.subject, texts, leaves),
    )
    return opened(read, zone_of(raw(message, "date")))


def _forwarded(
    message: Message, subject: str, texts: "_Texts", leaves: list[Message]
) -> Forwarded | None:
    """The letter that this one forwards, attached or within its text."""
    attached = [inner for leaf in leaves for inner in inner_letters(leaf)]
    if len(attached) == 1 and (is_forward(subject) or not texts.text):
        return _inner(attached[0], texts.text)
    zone = zone_of(raw(message, "date"))
    return forwarded_in(f"{texts.text}\n{texts.history}", subject, zone)


def _inner(message: Message, note: str) -> Forwarded | None:
    letter, leaves = _headers(message), list(_leaves(message))
    if letter.sender == NOBODY:
        return None
    texts = _texts([leaf for leaf in leaves if _is_text(leaf)])
    files = [leaf for leaf in leaves if not _is_text(leaf)][:MAX_FILES]
    return Forwarded(
        sender=letter.sender,
        to=letter.to,
        cc=letter.cc,
        subject=letter.subject,
        sent_at=letter.sent_at,
        text=texts.text,
        history=texts.history,
        html=texts.html,
        files=tuple(file_of(part, index) for index, part in enumerate(files)),
        note=note,
    )


def _headers(message: Message) -> Letter:
    stamps = authentication.stamps(message)
    senders = addresses(raw_all(message, "from"))
    verdicts = authentication.verdicts(stamps)
    # Two authors are one too many to be sure of either (RFC 7489, 6.6.1).
    sure = len(senders) == 1 and len(message.get_all("from", [])) == 1
    return Letter(
        sender=senders[0] if senders else NOBODY,
        to=addresses(raw_all(message, "to")),
        cc=addresses(raw_all(message, "cc")),
        envelope=(*authentication.envelope(stamps), *_delivered_to(message)),
        subject=clean_line(decoded(raw(message, "subject")), _MAX_SUBJECT),
        sent_at=instant(raw(message, "date")),
        message_id=next(iter(message_ids(raw(message, "message-id"))), None),
        in_reply_to=message_ids(raw(message, "in-reply-to")),
        references=message_ids(raw(message, "references"))[-_MAX_REFERENCES:],
        automatic=is_automatic(message, stamps),
        newsletter=is_newsletter(message),
        verdicts=verdicts,
        authenticated=sure and verdicts.authenticates(senders[0].domain),
    )


def _delivered_to(message: Message) -> tuple[str, ...]:
    return tuple(a.address for a in addresses(raw_all(message, "delivered-to")))


def _leaves(message: Message) -> Iterator[Message]:
    """The parts in reading order; a letter inside the letter is one part."""
    pending = [message]
    while pending:
        part = pending.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            pending.extend(p for p in reversed(payload) if isinstance(p, Message))
        else:
            yield part


def _is_text(part: Message) -> bool:
    if isinstance(part.get_payload(), list) or disposition(part) == "attachment":
        return False
    # A multipart without parts has lost its boundary: what is there is shown as it stands.
    known = content_type(part) in {"text/plain", "text/html"}
    return (known and not file_name(part)) or part.get_content_maintype() == "multipart"


@dataclass(frozen=True)
class _Texts:
    text: str
    history: str
    html: str
    truncated: bool


def _texts(parts: list[Message]) -> _Texts:
    plain = "\n\n".join(_text(p) for p in parts if content_type(p) != "text/html").strip("\n")
    source = "\n".join(_text(p) for p in parts if content_type(p) == "text/html")
    safe = markup.sanitised(source)
    whole = plain if plain.strip() else to_plain(safe)
    text, history = fold(whole[:_MAX_TEXT])
    fits = len(whole) <= _MAX_TEXT and len(safe) <= markup.MAX_OUTPUT and bool(safe) >= bool(source)
    return _Texts(text, history, safe if len(safe) <= markup.MAX_OUTPUT else "", not fits)


def _text(part: Message) -> str:
    return clean(to_text(content_of(part), _charset(part)))


def _charset(part: Message) -> str | None:
    try:
        value = part.get_param("charset")
    except Exception:  # noqa: BLE001  # parameters out of order make the library raise
        return None
    return unescaped(value) if isinstance(value, str) else None
