"""What linking announces."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.communications import Communication
from chalicelib.crm.model.linking import Link
from chalicelib.crm.model.timeline import without_clients
from portal.cards import CardRef
from portal.events import Event
from portal.principals import Actor, Audience, contact_grant


@dataclass(frozen=True)
class CommunicationLinked:
    """A communication stands on cards, the main one first; told as well when it moves to others.

    `chosen` is the card that a person named, for which another may stand by now.
    """

    type = "crm.communication_linked"
    version = 1

    link: Link
    cards: tuple[Card, ...]
    chosen: CardRef | None = None

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels; of the clients only those hear of it whose communication it is."""
        parties = frozenset(map(contact_grant, self.link.contact_ids))
        audience = _union(self.cards)
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            about=self.link.cards,
            audience=without_clients(audience) | (audience & parties),
            data={
                "communication_id": self.link.communication_id,
                "cards": _refs(self.link.cards),
                "contact_ids": sorted(self.link.contact_ids),
                "by": str(self.link.by),
                "chosen": _ref(self.chosen) if self.chosen else None,
                "revision": self.link.revision,
            },
        )


@dataclass(frozen=True)
class CommunicationUnlinked:
    """A communication waits for a person to choose its card; meanwhile it may stand on a contact's."""

    type = "crm.communication_unlinked"
    version = 1

    link: Link
    cards: tuple[Card, ...]
    suggestions: tuple[Card, ...]
    heard_by: Audience
    letter: Communication

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels: to whom the communication was announced, and who see its cards."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            about=self.link.cards,
            audience=without_clients(self.heard_by | _union(self.cards)),
            data={
                "communication_id": self.link.communication_id,
                "reason": str(self.link.reason),
                "suggestions": [_suggestion(card) for card in self.suggestions],
                "cards": _refs(self.link.cards),
                "revision": self.link.revision,
                "letter": _letter(self.letter),
            },
        )


def _letter(letter: Communication) -> dict[str, Any]:
    """Whose it is and what about, as far as its mailbox shows that to all."""
    return {
        "sender": letter.sender_name,
        "subject": letter.subject,
        "automatic": letter.automatic,
        "quiet": letter.quiet,
    }


def _union(cards: Iterable[Card]) -> Audience:
    return frozenset[str]().union(*(card.audience for card in cards))


def _refs(refs: Iterable[CardRef]) -> list[dict[str, str]]:
    return [_ref(ref) for ref in refs]


def _ref(ref: CardRef) -> dict[str, str]:
    return {"kind": str(ref.kind), "id": ref.id}


def _suggestion(card: Card) -> dict[str, Any]:
    return {
        "card": _ref(card.ref),
        "title": card.title,
        "audience": sorted(without_clients(card.audience)),
    }
