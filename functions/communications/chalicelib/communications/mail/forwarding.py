"""Letters that somebody forwards: who wrote them, when, and about what."""

import re
from collections.abc import Iterable
from datetime import UTC, tzinfo
from email.utils import parsedate_to_datetime

from chalicelib.communications.mail.cleaning import clean_line
from chalicelib.communications.mail.dates import written_out
from chalicelib.communications.mail.headers import addresses
from chalicelib.communications.mail.history import fold
from chalicelib.communications.model import Forwarded

_SEARCHED_LINES = 2000
_MAX_BLOCK = 12
_MAX_SUBJECT = 500
_NAMES = {
    "from": "from",
    "от": "from",
    "от кого": "from",
    "date": "date",
    "sent": "date",
    "дата": "date",
    "отправлено": "date",
    "to": "to",
    "кому": "to",
    "cc": "cc",
    "копия": "cc",
    "subject": "subject",
    "тема": "subject",
}
_FIELD = re.compile(
    rf"^\*?({'|'.join(sorted(_NAMES, key=len, reverse=True))})\*?:\*?\s*(.*)$", re.IGNORECASE
)
_SEPARATOR = re.compile(
    r"^\W*(?:begin forwarded message|forwarded message|пересланное сообщение|пересылаемое сообщение"
    r"|начало переадресованного сообщения|начало пересылаемого сообщения|переадресованное сообщение)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^\s*(?:fwd?|пересл|пер|wg)\s*:\s*", re.IGNORECASE)
_END = re.compile(r"^\W*конец пересылаемого сообщения", re.IGNORECASE)
# The older Yandex: 23.11.2026, 12:30, "Анна" <anna@zakaz.example>:
_YANDEX = re.compile(r"^(\d{1,2}\.\d{1,2}\.\d{4},?\s+\d{1,2}:\d{2}),?\s+(.*@.*?):?\s*$")


def is_forward(subject: str) -> bool:
    """Whether a subject says that the letter is somebody else's."""
    return bool(_SUBJECT.match(subject))


def original_subject(subject: str) -> str:
    """The subject without the marks of forwarding."""
    while found := _SUBJECT.match(subject):
        subject = subject[found.end() :]
    return subject.strip()


def forwarded_in(text: str, subject: str, zone: tzinfo = UTC) -> Forwarded | None:
    """The letter that stands in another one's text beneath its headers, or None.

    Without a line that says so, only a subject that does makes a block of headers more than the quotation of
    an answer.
    """
    lines = text.split("\n")[:_SEARCHED_LINES]
    for index, raw in enumerate(lines):
        line = raw.strip().lstrip("> ")
        marked = bool(_SEPARATOR.match(line))
        if not marked and not (is_forward(subject) and _is_first_field(line)):
            continue
        if found := _block(lines, index + marked, subject, zone):
            return found
    return None


def zone_of(date: str) -> tzinfo:
    """The zone of a Date header: by that clock a mail program writes out the dates of what it forwards."""
    try:
        return parsedate_to_datetime(date).tzinfo or UTC
    except (ValueError, TypeError, OverflowError, IndexError):
        return UTC


def _is_first_field(line: str) -> bool:
    found = _FIELD.match(line)
    return bool(found and _NAMES[found[1].lower()] == "from")


def _block(lines: list[str], start: int, subject: str, zone: tzinfo) -> Forwarded | None:
    while start < len(lines) and not lines[start].strip(" >*"):
        start += 1
    fields, end = _fields(lines, start)
    writers = addresses(_plain(fields.get("from", "")))
    if not writers:
        return None
    text, history = fold("\n".join(_unquoted(lines[end:])))
    return Forwarded(
        sender=writers[0],
        to=addresses(_plain(fields.get("to", ""))),
        cc=addresses(_plain(fields.get("cc", ""))),
        subject=clean_line(fields.get("subject", original_subject(subject)), _MAX_SUBJECT),
        sent_at=written_out(fields.get("date", ""), zone),
        text=text,
        history=history,
        note="\n".join(lines[: max(0, start - 1)]).strip(),
    )


def _fields(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """The headers that a mail program has written out, and where they end."""
    fields: dict[str, str] = {}
    last, index = "", start
    for index in range(start, min(len(lines), start + _MAX_BLOCK)):
        line = lines[index].strip().lstrip("> ").strip()
        if not line and fields:
            return fields, index + 1
        if found := _FIELD.match(line):
            last = _NAMES[found[1].lower()]
            fields.setdefault(last, found[2].strip("* "))
        elif yandex := _YANDEX.match(line):
            fields |= {"date": yandex[1], "from": yandex[2]}
        elif last and "subject" not in fields:
            # Programs wrap long lists of recipients.
            fields[last] += f" {line}"
        else:
            return fields, index
    return fields, index + 1


def _plain(value: str) -> str:
    """Addresses as Outlook and plain mail write them: ``Anna [mailto:anna@x]``."""
    return re.sub(r"\[?mailto:([^\s\]<>]+)\]?", r"<\1>", value.replace(";", ","))


def _unquoted(lines: Iterable[str]) -> list[str]:
    """The forwarded text without the marks of quotation that all of it bears, and without its end line."""
    kept = [line for line in lines if not _END.match(line.strip())]
    if all(line.startswith(">") for line in kept if line.strip()):
        return [line.removeprefix(">").removeprefix(" ") for line in kept]
    return kept
