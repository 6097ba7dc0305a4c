"""From a letter to the bytes that are sent."""

import re
from email import encoders, policy
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from html import escape

from chalicelib.communications.model import File, Outgoing

# References and addresses are folded at spaces only. The newer policies encode a long Message-ID as if it
# were text: https://github.com/python/cpython/issues/100991
_WIRE = policy.compat32.clone(linesep="\r\n")
_LINE_BREAK = re.compile(r"[\r\n\0]")
_PLAIN = re.compile(r"^[A-Za-z0-9 .!'*+/-]*\Z")
_WORD_LENGTH = 70
# RFC 3834, 3.1.7, and the word that Exchange knows.
_AUTOMATIC = {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}


def compose(letter: Outgoing) -> bytes:
    """The letter in MIME with CRLF line ends: plain text with an HTML twin, then the files.

    Raises:
        ValueError: a header would hold a line break.
    """
    content = _with_files(_texts(letter.text, letter.html), letter.files)
    for name, value in _headers(letter).items():
        content[name] = value
    return content.as_bytes(policy=_WIRE)


def ascii_address(address: str) -> str:
    """The address as SMTP without SMTPUTF8 carries it: an international domain in its ASCII form."""
    from email_validator import validate_email  # noqa: PLC0415  # slow to import, and most letters only come

    found = validate_email(address, check_deliverability=False).ascii_email
    if found is None:
        raise ValueError(f"{address} cannot be written in ASCII.")
    return found


def _headers(letter: Outgoing) -> dict[str, str]:
    lists = {"To": _list(letter.to), "Cc": _list(letter.cc)}
    thread = {"In-Reply-To": _ids(letter.in_reply_to), "References": _ids(*letter.references)}
    headers = {
        "From": f"{_words(letter.sender.name)} <{ascii_address(letter.sender.address)}>",
        **lists,
        "Subject": _words(letter.subject),
        "Date": format_datetime(letter.at),
        "Reply-To": letter.reply_to,
        "Message-ID": _ids(letter.message_id),
        **thread,
        **(_AUTOMATIC if letter.automatic else {}),
    }
    return {name: _safe(value) for name, value in headers.items() if value}


def _texts(text: str, html: str) -> MIMEMultipart:
    shown = html or "<br>\r\n".join(escape(line) for line in text.split("\n"))
    alternative = MIMEMultipart("alternative")
    alternative.attach(MIMEText(text, "plain", "utf-8"))
    alternative.attach(MIMEText(f"<html><body>{shown}</body></html>", "html", "utf-8"))
    return alternative


def _with_files(texts: MIMEMultipart, files: tuple[File, ...]) -> MIMEMultipart:
    if not files:
        return texts
    mixed = MIMEMultipart("mixed")
    for part in (texts, *map(_attached, files)):
        mixed.attach(part)
    return mixed


def _attached(file: File) -> MIMEBase:
    main, _, sub = file.content_type.partition("/")
    part = MIMEBase(main, sub)
    part.set_payload(file.content)
    encoders.encode_base64(part)
    name: str | tuple[str, str, str] = file.name
    part.add_header(
        "Content-Disposition",
        "attachment",
        filename=name if file.name.isascii() else ("utf-8", "", file.name),
    )
    return part


def _words(text: str) -> str:
    """A text as encoded words of legal length (RFC 2047, 2), or as it stands when nothing needs encoding."""
    if _PLAIN.match(text):
        return text
    words = Header(_safe(text), "utf-8", maxlinelen=_WORD_LENGTH).encode(linesep="\n")
    return " ".join(words.split())


def _list(addresses: tuple[str, ...]) -> str:
    return ", ".join(map(ascii_address, addresses))


def _ids(*message_ids: str | None) -> str:
    return " ".join(f"<{one}>" for one in message_ids if one)


def _safe(value: str) -> str:
    if _LINE_BREAK.search(value):
        raise ValueError("A header cannot hold a line break.")
    return value
