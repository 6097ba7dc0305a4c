"""Letters that no person wrote: automatic answers and returned mail."""

import re
from collections.abc import Iterable
from email.message import Message

from chalicelib.communications.mail.attachments import content_of, content_type, inner_letters
from chalicelib.communications.mail.authentication import Stamps
from chalicelib.communications.mail.headers import addresses, decoded, message_ids, raw

_PRECEDENCES = frozenset({"bulk", "junk", "auto_reply"})
_ANSWERING_HEADERS = ("x-autoreply", "x-autorespond", "x-auto-reply", "x-autoresponder")
# As mail programs begin the subjects of their answers; some set no header at all.
_ANSWERING_SUBJECT = re.compile(
    r"\s*(?:автоответ|автоматический ответ|автоматическая рассылка ответа|нет на работе|вне офиса"
    r"|automatic reply|auto[- ]?reply|auto[- ]?response|out of (?:the )?office)\b|\s*auto:",
    re.IGNORECASE,
)
_REPORTING = frozenset({"mailer-daemon", "postmaster"})
_RETURNED = frozenset({"message/rfc822", "text/rfc822-headers", "message/global"})
_SEARCHED = 100_000


def is_automatic(message: Message, stamps: Stamps) -> bool:
    """Whether a program answered (RFC 3834), or asks that no program answer it."""
    submitted = raw(message, "auto-submitted").lower().partition(";")[0].strip()
    return (
        submitted not in {"", "no"}
        or "x-auto-response-suppress" in message
        or any(name in message for name in _ANSWERING_HEADERS)
        or bool(_ANSWERING_SUBJECT.match(decoded(raw(message, "subject"))))
        or raw(message, "precedence").lower() in _PRECEDENCES
        or _has_no_return(stamps)
    )


def is_newsletter(message: Message) -> bool:
    """Whether it went to a list that can be left (RFC 2369, RFC 2919)."""
    return "list-unsubscribe" in message or "list-id" in message


def is_bounce(message: Message, leaves: Iterable[Message]) -> bool:
    """Whether this tells that a letter was not delivered (RFC 3464), or comes from what tells so."""
    if message.get_content_type() == "multipart/report":
        return any(content_type(leaf) == "message/delivery-status" for leaf in leaves)
    senders = addresses(raw(message, "from"))
    names = {sender.address.partition("@")[0] for sender in senders}
    return bool(names & _REPORTING) and raw(message, "return-path") == "<>"


def returned_ids(leaves: Iterable[Message]) -> tuple[str, ...]:
    """The Message-IDs of the letters that a bounce returns: they say what it is about."""
    found = (message_ids(_returned_id(leaf)) for leaf in leaves if content_type(leaf) in _RETURNED)
    return tuple(one for ids in found for one in ids)


def _returned_id(leaf: Message) -> str:
    for inner in inner_letters(leaf):
        return raw(inner, "message-id")
    lines = content_of(leaf)[:_SEARCHED].decode("utf-8", "replace").splitlines()
    values = (line.partition(":")[2] for line in lines if line.lower().startswith("message-id:"))
    return next(values, "")


def _has_no_return(stamps: Stamps) -> bool:
    return stamps.get("return-path", "").strip() == "<>"
