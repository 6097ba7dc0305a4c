"""What crm says of where a communication stands, as communications hears it."""

from typing import Any

from tests.unit.communications.fakes import DEAL, OTHER_DEAL, SELLER, Desk

from chalicelib.communications.consumers import (
    on_communication_linked,
    on_communication_unlinked,
)
from chalicelib.communications.model import Communication
from portal.cards import CardRef
from portal.events import Event
from portal.ids import new_id


def linked(desk: Desk, record: Communication, revision: int, by: str, *cards: CardRef) -> None:
    """Crm says that the communication stands on these cards."""
    data = {
        "communication_id": record.id,
        "cards": _refs(cards),
        "contact_ids": [],
        "by": by,
        "revision": revision,
    }
    on_communication_linked(desk.hearing, _event("linked", data, {f"employee:{SELLER.id}"}))


def unlinked(
    desk: Desk,
    record: Communication,
    revision: int,
    *cards: CardRef,
    reason: str = "several_open_deals",
) -> None:
    """Crm says that it does not know, or that a person took it off, and suggests two deals."""
    audience = [f"employee:{SELLER.id}"]
    suggestions = [
        {"card": card, "title": "Насосы", "audience": audience}
        for card in _refs((DEAL, OTHER_DEAL))
    ]
    data = {
        "communication_id": record.id,
        "reason": reason,
        "suggestions": suggestions,
        "cards": _refs(cards),
        "revision": revision,
    }
    on_communication_unlinked(desk.hearing, _event("unlinked", data, record.audience))


def _refs(cards: tuple[CardRef, ...]) -> list[dict[str, str]]:
    return [{"kind": str(card.kind), "id": card.id} for card in cards]


def _event(what: str, data: dict[str, Any], audience: set[str] | frozenset[str]) -> Event:
    now = Desk().now
    return Event(new_id(), f"crm.communication_{what}", 1, now, data, audience=frozenset(audience))
