"""Reminders."""

import zlib
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from chalicelib.notifications.model.repeats import Repeat
from portal.cards import CardRef
from portal.errors import InvalidError
from portal.events import Event
from portal.values import dataclass

SHARDS = 4
"""Into how many parts the pending reminders are divided.

Everybody wants to be reminded at nine. One partition of an index takes a thousand writes a second; four leave
room for the hour's whole crop to be set, fired and taken out, and cost a tick three idle questions.
"""

GRACE = timedelta(minutes=1)
"""How far behind a clock may be whose owner means now."""

FURTHEST = timedelta(days=5 * 366)


class ReminderState(StrEnum):
    """Whether it has gone off, and whether what it was about is done."""

    PENDING = "pending"
    FIRED = "fired"
    DONE = "done"


@dataclass(frozen=True)
class Reminder:
    """Something a person wants to be told at an instant, about a card or by itself."""

    id: str
    person_id: str
    at: datetime
    text: str
    about: CardRef | None
    created_at: datetime
    state: ReminderState = ReminderState.PENDING
    repeat: Repeat | None = None

    @property
    def shard(self) -> int:
        """Its part of the pending ones, always the same."""
        return zlib.crc32(self.id.encode()) % SHARDS

    @property
    def cards(self) -> tuple[CardRef, ...]:
        """The card it is about, if any."""
        return (self.about,) if self.about else ()


class GoingOn(NamedTuple):
    """A series that moves from one time to the next, and the event that tells of it."""

    before: Reminder
    after: Reminder
    event: Event


def require_instant(at: datetime, now: datetime) -> datetime:
    """An instant that somebody can be reminded at.

    Raises:
        InvalidError: it has passed, or is more than five years ahead.
    """
    if at < now - GRACE:
        raise InvalidError.at("/at", "This instant has passed. Choose one that is still to come.")
    if at > now + FURTHEST:
        raise InvalidError.at("/at", "Choose an instant within five years.")
    return at
