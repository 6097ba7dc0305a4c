"""Leads: somebody may want to buy, and nobody has talked to him yet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.erased import require_unerased
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError
from portal.values import dataclass


class LeadStatus(StrEnum):
    """How far a lead has come; the last two end it."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    QUALIFIED = "qualified"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Conversion:
    """The cards that a lead became."""

    contact_id: str
    company_id: str | None = None
    deal_id: str | None = None

    @property
    def main(self) -> CardRef:
        """Where the work goes on: the deal, or else the contact."""
        return self.cards[0]

    @property
    def cards(self) -> tuple[CardRef, ...]:
        """All of them, the main one first."""
        ids = {
            CardKind.DEAL: self.deal_id,
            CardKind.CONTACT: self.contact_id,
            CardKind.COMPANY: self.company_id,
        }
        return tuple(CardRef(kind, card_id) for kind, card_id in ids.items() if card_id)


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
    converted_to: Conversion | None = None

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def open(self) -> bool:
        """Whether somebody still works on it."""
        return self.status in {LeadStatus.NEW, LeadStatus.IN_PROGRESS}

    @property
    def successor(self) -> CardRef | None:
        """The deal, or else the contact, that it became."""
        return self.converted_to.main if self.converted_to else super().successor

    def require_change(self, values: Mapping[str, Any]) -> None:
        """What became a deal has ended well, and stays so.

        Raises:
            ConflictError: a converted lead would get another status, or it was merged or erased.
        """
        super().require_change(values)
        require_unerased(self.erased_at)
        if self.converted_to and values.get("status", self.status) is not self.status:
            raise ConflictError(
                "This lead was converted, so its status stays.", self.converted_to.main
            )

    def converted(self, conversion: Conversion, at: datetime) -> "Lead":
        """The same lead, at its good end."""
        return replace(self, status=LeadStatus.QUALIFIED, converted_to=conversion, updated_at=at)
