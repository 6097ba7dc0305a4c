"""What mail servers report of letters of ours: not delivered (RFC 3464), or complained about (RFC 5965)."""

import re
from collections.abc import Iterable, Iterator
from email.message import Message

from chalicelib.communications.mail.attachments import content_type, inner_letters
from chalicelib.communications.mail.cleaning import clean_line
from chalicelib.communications.mail.headers import addresses, decoded, raw
from chalicelib.communications.model import Fate, Report

_MAX_REPORTS = 50
_MAX_DETAIL = 300
_FATES = {"failed": Fate.BOUNCED, "delayed": Fate.DELAYED}
_COMPLAINT = "abuse"
_RECIPIENTS = ("final-recipient", "original-recipient")


def reports_in(leaves: Iterable[Message]) -> tuple[Report, ...]:
    """The reports of a letter, one for each recipient that it names."""
    found: dict[tuple[str, Fate], Report] = {}
    for leaf in leaves:
        kind = content_type(leaf)
        if kind == "message/delivery-status":
            reports = _of_delivery(leaf)
        elif kind == "message/feedback-report":
            reports = _of_complaint(leaf)
        else:
            continue
        for report in reports:
            found.setdefault((report.address, report.fate), report)
    return tuple(found.values())[:_MAX_REPORTS]


def _of_delivery(leaf: Message) -> Iterator[Report]:
    for block in inner_letters(leaf):
        fate = _FATES.get(raw(block, "action").lower().partition(" ")[0])
        if fate is None:
            continue
        # The address as we wrote it comes before the one that a server made of it.
        for name in reversed(_RECIPIENTS):
            if address := _address(raw(block, name)):
                yield Report(address, fate, _detail(block))


def _of_complaint(leaf: Message) -> Iterator[Report]:
    for block in inner_letters(leaf):
        if raw(block, "feedback-type").lower() != _COMPLAINT:
            continue
        for value in block.get_all("original-rcpt-to", []):
            if address := _address(str(value)):
                yield Report(address, Fate.COMPLAINED)


def _address(value: str) -> str | None:
    """The address behind ``rfc822;``."""
    found = addresses(value.partition(";")[2] or value)
    return found[0].address if found else None


def _detail(block: Message) -> str:
    """What the server says, without the protocol's name before it."""
    words = re.sub(r"^\s*[a-z0-9-]+\s*;\s*", "", raw(block, "diagnostic-code"), flags=re.IGNORECASE)
    return clean_line(decoded(words) or raw(block, "status"), _MAX_DETAIL)
