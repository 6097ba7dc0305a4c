"""Letters as they came to a mailbox: what became of each, for whoever looks after the mail."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from chalicelib.communications.model.communications import Communication
from chalicelib.communications.model.states import State
from portal.values import dataclass

NO_MAILBOX = "-"
"""Stands for the mailbox of letters that came to none of them."""
_CAME = "inbound/"


class Outcome(StrEnum):
    """Where a letter is now; one that could not be read is failed, wherever it stands, and one by a rule not recorded skipped."""

    LINKED = "linked"
    UNLINKED = "unlinked"
    ASIDE = "aside"
    FAILED = "failed"
    SKIPPED = "skipped"


_OUTCOMES = {State.LINKED: Outcome.LINKED, State.ASIDE: Outcome.ASIDE}


@dataclass(frozen=True)
class Arrival:
    """One letter of a mailbox; `copies` are the stored objects that turned out to be it."""

    communication_id: str
    at: datetime
    outcome: Outcome
    copies: int = 1


@dataclass(frozen=True)
class Tally:
    """What became of the latest letters of a mailbox."""

    stored: int = 0
    counted: int = 0
    linked: int = 0
    unlinked: int = 0
    aside: int = 0
    failed: int = 0
    skipped: int = 0


def is_arrival(record: Communication) -> bool:
    """Whether it came, and was not sent from here."""
    return record.raw_key.startswith(_CAME)


def arrival_of(record: Communication) -> Arrival | None:
    """How a communication counts at its mailboxes; what was sent from here did not come."""
    if not is_arrival(record):
        return None
    outcome = Outcome.FAILED if record.problem else _OUTCOMES.get(record.state, Outcome.UNLINKED)
    return Arrival(record.id, record.at, outcome, record.copies)


def places_of(record: Communication) -> frozenset[str]:
    """The mailboxes at which it counts."""
    return frozenset(record.mailboxes or (NO_MAILBOX,))


def tally_of(arrivals: Iterable[Arrival]) -> Tally:
    """Each letter counted once, and each of its copies stored once."""
    found = list(arrivals)
    outcomes = [str(one.outcome) for one in found]
    return Tally(
        stored=sum(one.copies for one in found),
        counted=len(found),
        **{str(outcome): outcomes.count(str(outcome)) for outcome in Outcome},
    )
