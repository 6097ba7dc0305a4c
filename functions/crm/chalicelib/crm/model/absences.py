"""That a contact is away, as his own automatic letter told."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from chalicelib.crm.model.timeline import Entry
from portal.values import dataclass

_INBOUND = "inbound"
_MAY_COME_ANYWAY = frozenset({"automatic", "returned"})


@dataclass(frozen=True)
class Substitute:
    """Whom to turn to meanwhile, in the letter's words; what it does not say is empty."""

    name: str
    address: str
    phone: str


@dataclass(frozen=True)
class Absence:
    """Somebody's absence, with its last day and the letter that told of it at that instant."""

    contact_id: str
    communication_id: str
    at: datetime
    until: date
    since: date | None
    kind: str
    substitute: Substitute | None

    def ended_by(self, entries: Iterable[Entry], contact_ids: Iterable[str]) -> bool:
        """Whether the person has written himself since, by any of the cards that he was known under."""
        own = frozenset(contact_ids)
        return any(
            entry.at > self.at
            and entry.direction == _INBOUND
            and entry.actor.id in own
            and entry.mark not in _MAY_COME_ANYWAY
            for entry in entries
        )


def absence_of(
    contact_id: str, communication_id: str, at: datetime, told: Mapping[str, Any]
) -> Absence:
    """An absence as it is told.

    Raises:
        KeyError, ValueError: it does not keep its contract.
    """
    other = told["substitute"]
    return Absence(
        contact_id=contact_id,
        communication_id=communication_id,
        at=at,
        until=date.fromisoformat(told["until"]),
        since=date.fromisoformat(told["since"]) if told["since"] else None,
        kind=told["kind"],
        substitute=Substitute(other["name"], other["address"], other["phone"]) if other else None,
    )
