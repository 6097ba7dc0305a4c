"""Headers as they really come: encoded, half encoded, in raw 8-bit bytes, repeated or missing."""

import binascii
import quopri
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime

from chalicelib.communications.mail.cleaning import clean_line, unescaped
from chalicelib.communications.model import Address, comparable
from portal.charsets import to_text

MAX_NAME = 200
_MAX_HEADER = 200_000
_MAX_ID = 500

_ENCODED_WORD = re.compile(r"=\?([^?\s*]+)(?:\*[^?]*)?\?([bBqQ])\?([^?]*)\?=")
_MESSAGE_ID = re.compile(rf"<([^<>\s]{{1,{_MAX_ID}}})>")
_PLAIN_ADDRESS = re.compile(r"[^\s<>,;:\"()]+@[^\s<>,;:\"()]+")


class RawHeaders(Compat32):
    """Gives header values as they stand, 8-bit bytes escaped: the standard library's own reading can raise."""

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002  # the policy's signature
        """The value itself."""
        return value


def raw(message: Message, name: str) -> str:
    """The first header of that name, unfolded, or nothing."""
    return _unfolded(str(message.get(name, "")))


def raw_all(message: Message, name: str) -> str:
    """All headers of that name as one list."""
    return ", ".join(_unfolded(str(value)) for value in message.get_all(name, []))


def decoded(value: str) -> str:
    """A header's text, its encoded words decoded (RFC 2047); what cannot be decoded stays as it is."""
    return "".join(_pieces(value))


def addresses(value: str) -> tuple[Address, ...]:
    """The addresses of a list; groups are flattened, and what is no address is left out."""
    found = _split(value) or [("", match) for match in _PLAIN_ADDRESS.findall(value)]
    return tuple(
        Address(
            clean_line(decoded(name), MAX_NAME), comparable(clean_line(unescaped(address), 300))
        )
        for name, address in found
        if "@" in address
    )


def message_ids(value: str) -> tuple[str, ...]:
    """The Message-IDs in a header, without brackets (RFC 5322, 3.6.4)."""
    found = _MESSAGE_ID.findall(value)
    bare = value.strip()
    if not found and "@" in bare and " " not in bare:
        found = [bare[:_MAX_ID]]
    return tuple(dict.fromkeys(clean_line(unescaped(one), _MAX_ID) for one in found))


def instant(value: str) -> datetime | None:
    """The instant of a Date header, or None when it is none."""
    try:
        found = parsedate_to_datetime(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _unfolded(value: str) -> str:
    return re.sub(r"\r?\n[ \t]?", " ", value[:_MAX_HEADER]).strip()


def _pieces(value: str) -> Iterator[str]:
    """Plain text and encoded words; words of one charset are joined first, since some cut a character in two."""
    position, pending, charset = 0, b"", ""
    for match in _ENCODED_WORD.finditer(value):
        between = value[position : match.start()]
        label = match[1].lower()
        if pending and (between.strip() or label != charset):
            yield to_text(pending, charset)
            pending = b""
        if between.strip() or position == 0:
            yield unescaped(between)
        pending, charset = pending + _word(match[2], match[3]), label
        position = match.end()
    if pending:
        yield to_text(pending, charset)
    yield unescaped(value[position:])


def _word(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogateescape")
    if encoding in "qQ":
        return quopri.decodestring(data, header=True)
    try:
        return binascii.a2b_base64(data + b"=" * (-len(data) % 4))
    except binascii.Error:
        return data


def _split(value: str) -> list[tuple[str, str]]:
    try:
        found = getaddresses([value])
    except Exception:  # noqa: BLE001  # nested comments exhaust the stack, and other lists are no lists at all
        return []
    return [pair for pair in found if pair[1]]
