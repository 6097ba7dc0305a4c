"""The work that somebody leaves behind."""

from enum import StrEnum

from chalicelib.people.model.people import Person
from portal.values import dataclass


class WorkKind(StrEnum):
    """What can go to a colleague; each kind may go to another one."""

    DEAL = "deal"
    LEAD = "lead"
    CONTACT = "contact"
    COMPANY = "company"
    REMINDER = "reminder"
    MAILBOX = "mailbox"


@dataclass(frozen=True)
class HandOver:
    """Work of some kinds that goes from one employee to another."""

    id: str
    from_id: str
    to: Person
    kinds: frozenset[WorkKind]
