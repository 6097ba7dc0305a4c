"""What a lead shall become, and what it became."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.service.cards import Values
from portal.values import dataclass


@dataclass(frozen=True)
class Wanted:
    """What a lead shall become; a card that there is by its id, a new one by its fields."""

    contact: str | Values
    company: str | Values | None = None
    deal: Values | None = None


@dataclass(frozen=True)
class Converted:
    """The lead and what it became."""

    lead: Lead
    contact: Contact
    company: Company | None
    deal: Deal | None

    @property
    def cards(self) -> tuple[Record, ...]:
        """What it became, the deal first."""
        found = (self.deal, self.contact, self.company)
        return tuple(card for card in found if card)

    def with_stored(self, records: Iterable[Record]) -> "Converted":
        """The same with those of the cards as they were stored."""
        stored: dict[str, Any] = {str(record.kind): record for record in records}
        return replace(self, **stored)
