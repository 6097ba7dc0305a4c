"""What is recognised in the files of a letter: invitations and business cards."""

from datetime import date, datetime
from enum import StrEnum

from chalicelib.communications.model.addresses import Address
from portal.values import dataclass


class InvitationKind(StrEnum):
    """What a letter does about an appointment (the methods of RFC 5546)."""

    EVENT = "event"
    INVITED = "invited"
    CANCELLED = "cancelled"
    ANSWERED = "answered"
    PROPOSED = "proposed"


class Reply(StrEnum):
    """How somebody answers an invitation."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


@dataclass(frozen=True)
class Invitation:
    """An appointment that a letter tells of: at instants, or of whole days from `first_day` to `last_day`.

    `reply` is what `answered_by` says to it.
    """

    kind: InvitationKind
    title: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    first_day: date | None = None
    last_day: date | None = None
    repeats: bool = False
    place: str = ""
    organiser: Address | None = None
    answered_by: Address | None = None
    reply: Reply | None = None


@dataclass(frozen=True)
class BusinessCard:
    """Somebody's business card, in the words in which it was sent."""

    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    company: str = ""
    job_title: str = ""
