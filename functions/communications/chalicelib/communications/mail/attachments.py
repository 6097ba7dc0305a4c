"""The files of a letter: their names, types and bytes."""

import mimetypes
import re
from email.message import Message

import puremagic

from chalicelib.communications.mail.cleaning import clean_line, unescaped
from chalicelib.communications.mail.headers import decoded, raw
from chalicelib.communications.model import File

MAX_FILES = 2000
_MAX_NAME = 150
_MAX_EXTENSION = 20
_SAMPLE = 16_384
_UNKNOWN = "application/octet-stream"
_TYPE = re.compile(r"^[a-z0-9][\w.+-]{0,60}/[a-z0-9][\w.+-]{0,80}$")
_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f]')


def file_of(part: Message, index: int) -> File:
    """One part as a file."""
    content = content_of(part)
    claimed = content_type(part)
    content_id = clean_line(unescaped(raw(part, "content-id")).strip("<> "), 200) or None
    return File(
        name=safe_name(file_name(part), index, claimed),
        content_type=claimed,
        detected_type=detected(content),
        content=content,
        content_id=content_id,
        inline=disposition(part) != "attachment" and content_id is not None,
    )


def content_type(part: Message) -> str:
    """The type that the sender claims, if it has the form of one."""
    claimed = unescaped(part.get_content_type()).lower()
    return claimed if _TYPE.match(claimed) else _UNKNOWN


def disposition(part: Message) -> str:
    """``attachment``, ``inline`` or nothing."""
    return raw(part, "content-disposition").partition(";")[0].strip().lower()


def file_name(part: Message) -> str:
    """The name by any of the ways in which it may be written (RFC 2231, RFC 2047, raw), or nothing."""
    try:
        name = part.get_filename() or ""
    except Exception:  # noqa: BLE001  # parameters out of order or of no charset make the library raise
        name = ""
    if not name and part.get_content_maintype() == "message":
        name = "".join(f"{raw(inner, 'subject')}.eml" for inner in inner_letters(part)[:1])
    return decoded(name)


def inner_letters(part: Message) -> list[Message]:
    """The letters that a part holds, such as a forwarded one."""
    payload = part.get_payload()
    return [p for p in payload if isinstance(p, Message)] if isinstance(payload, list) else []


def safe_name(name: str, index: int, claimed: str) -> str:
    """A name for any file system: no folders, no control characters, not hidden, not too long."""
    base = re.split(r"[/\\]", clean_line(name, 1000))[-1]
    base = _UNSAFE.sub("_", base).strip(". ")
    if not base:
        return f"attachment-{index + 1}{mimetypes.guess_extension(claimed) or ''}"
    stem, dot, extension = base.rpartition(".")
    if dot and stem and len(extension) <= _MAX_EXTENSION:
        return f"{stem[: _MAX_NAME - len(extension) - 1]}.{extension}"
    return base[:_MAX_NAME]


def detected(content: bytes) -> str | None:
    """The type that the first bytes tell, or None."""
    try:
        return puremagic.from_string(content[:_SAMPLE], mime=True).lower() or None
    except Exception:  # noqa: BLE001  # it reads strangers' bytes with many small readers of its own
        return None


def content_of(part: Message) -> bytes:
    """The decoded bytes; broken encodings give what can be had."""
    payload = part.get_payload()
    if isinstance(payload, list):
        return b"\n".join(_whole(inner) for inner in payload)
    try:
        decoded_bytes = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001  # an encoding that the library names and then cannot do
        decoded_bytes = None
    if isinstance(decoded_bytes, bytes):
        return decoded_bytes
    return str(payload or "").encode("utf-8", "surrogateescape")


def _whole(message: object) -> bytes:
    try:
        return message.as_bytes() if isinstance(message, Message) else b""
    except Exception:  # noqa: BLE001  # a broken letter inside a letter cannot always be written out again
        return b""
