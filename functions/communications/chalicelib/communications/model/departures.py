"""When a letter leaves: ten seconds after it was written, or at an instant that its author chose."""

from datetime import datetime, timedelta

from chalicelib.communications.model.communications import Communication
from chalicelib.communications.model.states import Status
from portal.errors import InvalidError
from portal.principals import OWNER_GRANT, Principal

UNDO = timedelta(seconds=10)
IN_FLIGHT = timedelta(minutes=1)
"""Longer than the function that sends may run: until then somebody may still be at it."""

_LONGEST = timedelta(days=366)
_STEWARDS = ("head:", OWNER_GRANT)
_WAITS = frozenset({Status.WAITING, Status.HELD})
_UNSENT = _WAITS | {Status.SENDING, Status.FAILED}


def require_ahead(at: datetime, now: datetime, pointer: str) -> datetime:
    """The instant, which is still to come and not beyond a year.

    Raises:
        InvalidError: it is not.
    """
    if at <= now:
        raise InvalidError.at(pointer, "This instant has passed. Choose one that is still ahead.")
    if at > now + _LONGEST:
        raise InvalidError.at(pointer, "Choose an instant within a year.")
    return at


def due_at(record: Communication) -> datetime | None:
    """When somebody has to look at the letter; None when nothing is to be done with it."""
    if record.departure is None:
        return None
    if record.status is Status.WAITING:
        return record.departure.at
    if record.status is Status.SENDING and record.attempted_at:
        # By then whoever began to send it has ended, or never will.
        return record.attempted_at + IN_FLIGHT
    return None


def is_unsent(record: Communication) -> bool:
    """Whether it is a letter of ours that has not left, and has not been taken back."""
    return record.departure is not None and record.status in _UNSENT


def waits(record: Communication) -> bool:
    """Whether it waits for its time, or for its author's word."""
    return record.status in _WAITS


def may_decide(caller: Principal, record: Communication) -> bool:
    """Whether the letter is the caller's to stop: he wrote it, or answers for the card."""
    if record.author and record.author.id == caller.id:
        return True
    return caller.may_see(token for token in record.audience if token.startswith(_STEWARDS))
