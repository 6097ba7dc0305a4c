"""Contacts who are away, over HTTP."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, Self

from chalicelib.crm.model.absences import Absence
from chalicelib.crm.model.cards import Card
from portal.wire import CardView, Instant, Response


class SubstituteView(Response):
    """Whom to turn to meanwhile, in the words of the letter; what it does not say is empty."""

    name: str
    address: str
    phone: str


class AbsenceView(Response):
    """A contact who is away until that day, and the letter that told of it."""

    contact: CardView
    name: str
    kind: Literal["away", "vacation"]
    since: date | None
    until: date
    substitute: SubstituteView | None
    communication_id: str
    told_at: Instant

    @classmethod
    def of(cls, contact: Card, absence: Absence) -> Self:
        """The domain's form as it is sent."""
        other = absence.substitute
        return cls(
            contact=CardView(kind=contact.kind, id=contact.id),
            name=contact.title,
            kind="vacation" if absence.kind == "vacation" else "away",
            since=absence.since,
            until=absence.until,
            substitute=SubstituteView.model_validate(other) if other else None,
            communication_id=absence.communication_id,
            told_at=absence.at,
        )


class AbsenceList(Response):
    """All contacts of a card who are away; there is never a second page."""

    items: list[AbsenceView]
    next: None = None

    @classmethod
    def of(cls, found: Iterable[tuple[Card, Absence]]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[AbsenceView.of(contact, absence) for contact, absence in found])
