"""What crm announces of leads."""

from datetime import datetime

from chalicelib.crm.model.leads import Lead
from portal.cards import CardRef
from portal.events import Event
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class LeadConverted:
    """A lead became a contact, and perhaps a deal and a company: `cards`, the one where work goes on first."""

    type = "crm.lead_converted"
    version = 1

    lead: Lead

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels; no client hears of leads."""
        cards = self.lead.converted_to.cards if self.lead.converted_to else ()
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            about=(self.lead.ref, *cards),
            audience=self.lead.staff_audience,
            data={
                "lead": _named(self.lead.ref),
                "title": self.lead.title,
                "cards": [_named(ref) for ref in cards],
                "owner_id": self.lead.owner.id,
            },
        )


def _named(ref: CardRef) -> dict[str, str]:
    return {"kind": str(ref.kind), "id": ref.id}
