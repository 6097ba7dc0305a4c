"""Leads: somebody may want to buy, and nobody has talked to him yet."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from chalicelib.crm.model.cards import Record
from portal.cards import CardKind


class LeadStatus(StrEnum):
    """How far a lead has come; the last two end it."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    QUALIFIED = "qualified"
    REJECTED = "rejected"


@dataclass(frozen=True, kw_only=True)
class Lead(Record):
    """A request before there is a contact or a deal; what it says of a person is not yet an identity."""

    kind: ClassVar[CardKind] = CardKind.LEAD

    title: str
    name: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    source: str | None = None
    status: LeadStatus = LeadStatus.NEW
    description: str | None = None

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def open(self) -> bool:
        """Whether somebody still works on it."""
        return self.status in {LeadStatus.NEW, LeadStatus.IN_PROGRESS}
