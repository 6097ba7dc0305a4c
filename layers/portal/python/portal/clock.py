"""Instants: aware, in UTC, and on the wire RFC 3339 with ``Z`` and milliseconds."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The current instant, cut to the millisecond that the wire can carry."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def to_wire(instant: datetime) -> str:
    """``2026-01-31T09:00:00.000Z``; the fixed width makes the order of text the order of time."""
    text = instant.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"


def from_wire(text: str) -> datetime:
    """The inverse of `to_wire`; takes any RFC 3339 instant.

    Raises:
        ValueError: the text is no instant, or names no offset.
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text!r} names no offset from UTC")
    return instant.astimezone(UTC)
