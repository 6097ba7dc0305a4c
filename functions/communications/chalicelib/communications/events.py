"""What communications announces."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, ClassVar

from chalicelib.communications.model import (
    Address,
    Channel,
    Communication,
    Mailbox,
    Privacy,
    Traffic,
    Undelivered,
    shortened,
)
from portal.cards import CardRef
from portal.clock import to_wire
from portal.events import Event
from portal.principals import OWNER_GRANT, SYSTEM, Actor

# Ten events travel in one call to the bus, which takes 256 KB.
_MAX_RECIPIENTS = 20
_MAX_NAME = 60


@dataclass(frozen=True)
class _Announcement:
    """A communication, who may see it while it stands on no card, and what whoever sees its card may see of it.

    An event carries no more than that: what is not in the news cannot leak out of any projection of it.
    """

    type: ClassVar[str]
    version: ClassVar[int] = 1

    communication: Communication
    audience: frozenset[str]
    privacy: Privacy = field(default=Privacy.FULL, kw_only=True)

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor) -> Event:
        """The event as it travels."""
        card = self._card()
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=actor,
            about=(card,) if card else (),
            audience=self.audience,
            data=_data(self.communication.shown(self.privacy), card),
        )

    def _card(self) -> CardRef | None:
        return self.communication.card


@dataclass(frozen=True)
class CommunicationReceived(_Announcement):
    """Something came from outside; which card it belongs to is not decided here."""

    type: ClassVar[str] = "communications.communication_received"

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor = SYSTEM) -> Event:
        """The event as it travels; nobody of ours has acted."""
        return super().to_event(event_id, occurred_at, actor)

    def _card(self) -> CardRef | None:
        # A client names the deal he writes about; of a letter a person's choice is announced by itself.
        return super()._card() if self.communication.channel is Channel.PORTAL else None


@dataclass(frozen=True)
class CommunicationSent(_Announcement):
    """Something left from a card."""

    type: ClassVar[str] = "communications.communication_sent"


@dataclass(frozen=True)
class CommunicationUndelivered(_Announcement):
    """A letter of ours did not arrive, waits at a server, or was called unwanted by who got it."""

    type: ClassVar[str] = "communications.communication_undelivered"

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor = SYSTEM) -> Event:
        """The event as it travels, with what is known of each address."""
        event = super().to_event(event_id, occurred_at, actor)
        author = self.communication.author
        found = {
            "author_id": author.id if author else None,
            "undelivered": [_fate(one) for one in self.communication.undelivered],
        }
        return replace(event, data={**event.data, **found})


@dataclass(frozen=True)
class LinkChosen(_Announcement):
    """A person said which card a communication belongs to."""

    type: ClassVar[str] = "communications.link_chosen"


@dataclass(frozen=True)
class LinkRemoved(_Announcement):
    """A person took a communication off its cards, of which `former` was the main one."""

    type: ClassVar[str] = "communications.link_removed"

    former: CardRef | None

    def _card(self) -> CardRef | None:
        return self.former


@dataclass(frozen=True)
class MailboxSilent:
    """Nothing has come to a mailbox since then, for longer than is usual there."""

    type: ClassVar[str] = "communications.mailbox_silent"
    version: ClassVar[int] = 1

    mailbox: Mailbox
    since: datetime
    traffic: Traffic

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels, for owners."""
        box, usual = self.mailbox, self.traffic.usual_hours or 0
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=SYSTEM,
            about=(),
            audience=frozenset({OWNER_GRANT}),
            data={
                "mailbox": {"id": box.id, "address": box.address, "name": box.name},
                "silent_since": to_wire(self.since),
                "usual_hours": round(usual, 1),
            },
        )


def _data(record: Communication, card: CardRef | None) -> dict[str, Any]:
    return {
        "communication": {
            "id": record.id,
            "thread_id": record.thread_id,
            "channel": str(record.channel),
            "direction": str(record.direction),
            "at": to_wire(record.at),
            "from": _address(record.sender),
            "to": _addresses(record.to),
            "cc": _addresses(record.cc),
            "subject": record.subject,
            "snippet": record.snippet,
            "text": record.text,
            "attachment_count": record.attachment_count,
            "automatic": record.automatic or record.bounce,
            "mailbox": record.mailbox,
            "privacy": str(record.privacy),
        },
        "authenticated": record.authenticated,
        "token_card": _ref(record.token_card),
        "parent_ids": list(record.parent_ids),
        "counterparts": list(record.counterparts),
        "contact_ids": _parties(record),
        "card": _ref(card),
    }


def _parties(record: Communication) -> list[str]:
    """The contacts of a message; those of a letter are found by its addresses, whenever it is linked anew."""
    return list(record.contact_ids) if record.channel is Channel.PORTAL else []


def _addresses(addresses: tuple[Address, ...]) -> list[dict[str, str]]:
    return [_address(one) for one in shortened(addresses, _MAX_RECIPIENTS, _MAX_NAME)]


def _address(address: Address) -> dict[str, str]:
    return {"name": address.name, "address": address.address}


def _fate(one: Undelivered) -> dict[str, str]:
    return {"address": one.address, "fate": str(one.fate), "detail": one.detail}


def _ref(card: CardRef | None) -> dict[str, str] | None:
    return {"kind": str(card.kind), "id": card.id} if card else None


@dataclass(frozen=True)
class PersonalDataErased:
    """A step of an erasure is done here: how many things that told of the person are gone."""

    type = "communications.personal_data_erased"
    version = 1

    erasure_id: str
    step: int
    erased: int

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            audience=frozenset({OWNER_GRANT}),
            data={"erasure_id": self.erasure_id, "step": self.step, "erased": self.erased},
        )
