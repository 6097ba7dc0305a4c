"""Invitations in letters: iCalendar (RFC 5545), read as mail programs exchange it (RFC 5546)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice
from typing import Any

from chalicelib.communications.mail.cleaning import clean_line
from chalicelib.communications.model import (
    Address,
    File,
    Invitation,
    InvitationKind,
    Reply,
    comparable,
)
from portal.charsets import to_text

MOST = 10
_MAX_BYTES = 256 * 1024
_MOST_FILES = 5
_LINE = 500
_KINDS = {
    "REQUEST": InvitationKind.INVITED,
    "ADD": InvitationKind.INVITED,
    "CANCEL": InvitationKind.CANCELLED,
    "REPLY": InvitationKind.ANSWERED,
    "COUNTER": InvitationKind.PROPOSED,
}
_TYPES = frozenset({"text/calendar", "application/ics", "application/calendar"})


def invitations_in(files: Iterable[File], zone: tzinfo) -> tuple[Invitation, ...]:
    """The appointments that the files tell of, each once; times that name no zone are of this one."""
    calendars = islice(filter(_is_calendar, files), _MOST_FILES)
    found = (one for file in calendars for one in _read(file.content, zone))
    return tuple(dict.fromkeys(found))[:MOST]


def _is_calendar(file: File) -> bool:
    named = file.content_type in _TYPES or file.name.casefold().endswith(".ics")
    return named and len(file.content) <= _MAX_BYTES


def _read(content: bytes, zone: tzinfo) -> list[Invitation]:
    from icalendar import Calendar  # noqa: PLC0415  # slow to import, and few letters bring one

    try:
        calendar = Calendar.from_ical(to_text(content))
        kind = _KINDS.get(str(calendar.get("METHOD", "")).upper(), InvitationKind.EVENT)
        return [_invitation(event, kind, zone) for event in calendar.walk("VEVENT")[:MOST]]
    except Exception:  # noqa: BLE001  # strangers' bytes: what is not understood is a file like any other
        return []


def _invitation(event: Any, kind: InvitationKind, zone: tzinfo) -> Invitation:  # noqa: ANN401  # a dictionary of values of any kind
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        kind = InvitationKind.CANCELLED
    starts, ends = _moment(event, "DTSTART"), _moment(event, "DTEND")
    if ends is None and starts is not None and "DURATION" in event:
        ends = starts + event.decoded("DURATION")
    reply, answered_by = _reply(event) if kind is InvitationKind.ANSWERED else (None, None)
    return Invitation(
        kind=kind,
        title=_line(event, "SUMMARY"),
        starts_at=_instant(starts, zone),
        ends_at=_instant(ends, zone),
        first_day=_day(starts),
        last_day=_last_day(starts, ends),
        repeats="RRULE" in event,
        place=_line(event, "LOCATION"),
        organiser=_person(event.get("ORGANIZER")),
        answered_by=answered_by,
        reply=reply,
    )


def _moment(event: Any, name: str) -> date | None:  # noqa: ANN401  # as above
    value = event.decoded(name) if name in event else None
    return value if isinstance(value, date) else None


def _instant(moment: date | None, zone: tzinfo) -> datetime | None:
    if not isinstance(moment, datetime):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _day(moment: date | None) -> date | None:
    return None if isinstance(moment, datetime) else moment


def _last_day(starts: date | None, ends: date | None) -> date | None:
    """The last of whole days; what is written is the day after."""
    first, after = _day(starts), _day(ends)
    if first is None or after is None:
        return first
    return max(first, after - timedelta(days=1))


def _reply(event: Any) -> tuple[Reply | None, Address | None]:  # noqa: ANN401  # as above
    """A reply names its author alone."""
    found = event.get("ATTENDEE")
    attendee = found[0] if isinstance(found, list) and found else found
    said = str(getattr(attendee, "params", {}).get("PARTSTAT", "")).casefold()
    reply = next((one for one in Reply if one == said), None)
    return reply, _person(attendee)


def _person(value: Any) -> Address | None:  # noqa: ANN401  # as above
    if value is None or isinstance(value, list):
        return None
    address = clean_line(str(value).removeprefix("mailto:").removeprefix("MAILTO:"), _LINE)
    name = clean_line(str(getattr(value, "params", {}).get("CN", "")).strip('"'), _LINE)
    return Address(name, comparable(address) if "@" in address else "")


def _line(event: Any, name: str) -> str:  # noqa: ANN401  # as above
    value = event.get(name, "")
    return clean_line(str(value[0] if isinstance(value, list) and value else value), _LINE)
