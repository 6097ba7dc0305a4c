"""What the receiving server stamped on top of a letter: its recipients and its verdicts.

Only the stamps above the sender's own headers count; below them anybody may write what he likes.
SES puts ``Return-Path``, ``Received``, ``X-SES-*``, ``Received-SPF`` and ``Authentication-Results`` there.
Sources: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html and RFC 8601.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from email.message import Message

from chalicelib.communications.model import Verdicts, comparable

_RECEIVED_BY_US = re.compile(r"\bby\s+inbound-smtp\.[a-z0-9-]+\.amazonaws\.com\b", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+<?([^\s<>;]+@[^\s<>;]+?)>?\s*;")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_COMMENT = re.compile(r"\([^()]*\)")
_METHOD = re.compile(r"^(spf|dkim|dmarc)\s*=\s*([a-z]+)", re.IGNORECASE)
_PROPERTY = re.compile(r"([a-z.-]+)\s*=\s*(\S+)", re.IGNORECASE)
_SERVICE = "amazonses.com"
_MAX_NESTING = 20

Stamps = Mapping[str, str]


def stamps(message: Message) -> Stamps:
    """The server's own headers by lower-case name; of a repeated one the first. Empty for a letter it never saw."""
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        key, text = name.lower(), re.sub(r"\s+", " ", str(value))
        if key == "received" and (key in found or not _RECEIVED_BY_US.search(text)):
            break
        if key == "authentication-results" and _authority(text) != _SERVICE:
            continue
        found.setdefault(key, text)
    return found if "received" in found else {}


def envelope(found: Stamps) -> tuple[str, ...]:
    """The recipient that the server names; it names none when there were several."""
    named = _FOR.findall(found.get("received", ""))
    return tuple(comparable(address) for address in named[-1:])


def verdicts(found: Stamps) -> Verdicts:
    """The results of all checks."""
    results = list(_results(found.get("authentication-results", "")))
    spf, dmarc = _only(results, "spf"), _only(results, "dmarc")
    dkim = [result for result in results if result[0] == "dkim"]
    return Verdicts(
        spf=spf[1] if spf else None,
        dkim="pass" if any(r[1] == "pass" for r in dkim) else dkim[0][1] if dkim else None,
        dmarc=dmarc[1] if dmarc else None,
        spam=_verdict(found, "x-ses-spam-verdict"),
        virus=_verdict(found, "x-ses-virus-verdict"),
        spf_domain=_domain(spf[2], "smtp.mailfrom", "envelope-from") if spf else None,
        dkim_domains=_domains(r[2] for r in dkim if r[1] == "pass"),
        dmarc_domain=_domain(dmarc[2], "header.from") if dmarc else None,
    )


_Result = tuple[str, str, dict[str, str]]


def _authority(value: str) -> str:
    return value.partition(";")[0].strip().partition(" ")[0].lower()


def _results(value: str) -> Iterator[_Result]:
    """Method, result and properties. SES parts a method's properties by semicolons too, so they are gathered."""
    current: _Result | None = None
    for part in _without_prose(value).split(";")[1:]:
        text = part.strip()
        if method := _METHOD.match(text):
            if current:
                yield current
            current = (method[1].lower(), method[2].lower(), {})
            text = text[method.end() :]
        if current:
            for name, setting in _PROPERTY.findall(text):
                current[2].setdefault(name.lower(), setting)
    if current:
        yield current


def _without_prose(value: str) -> str:
    """Comments and quoted strings are where a sender's own words may stand, so no result is looked for there."""
    text = _QUOTED.sub("", value)
    for _ in range(_MAX_NESTING):
        text, changes = _COMMENT.subn("", text)
        if not changes:
            break
    return text


def _only(results: Iterable[_Result], method: str) -> _Result | None:
    """The one result of a method. Two contradict each other, and are as good as a failure."""
    found = [result for result in results if result[0] == method]
    if len({result[1] for result in found}) > 1:
        return (method, "fail", {})
    return found[0] if found else None


def _verdict(found: Stamps, name: str) -> str | None:
    return found[name].strip().lower() if name in found else None


def _domain(properties: Mapping[str, str], *names: str) -> str | None:
    value = next((properties[name] for name in names if name in properties), "")
    return comparable("x@" + value.strip("<>").rpartition("@")[2]).rpartition("@")[2] or None


def _domains(properties: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    found = (_domain(one, "header.d", "header.i") for one in properties)
    return tuple(domain for domain in found if domain)
