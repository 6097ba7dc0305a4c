"""What is recognised in a letter's files, on the wire."""

from datetime import date

from chalicelib.communications.model import InvitationKind, Reply
from portal.wire import Instant, Response


class PartyView(Response):
    """Who invites or answers; either may be empty."""

    name: str
    address: str


class InvitationView(Response):
    """An appointment: at instants, or of whole days from `first_day` to `last_day`; `reply` is what `answered_by` says."""

    kind: InvitationKind
    title: str
    starts_at: Instant | None
    ends_at: Instant | None
    first_day: date | None
    last_day: date | None
    repeats: bool
    place: str
    organiser: PartyView | None
    answered_by: PartyView | None
    reply: Reply | None


class VisitingCardView(Response):
    """Somebody's business card, in the words in which it was sent."""

    name: str
    emails: list[str]
    phones: list[str]
    company: str
    job_title: str
