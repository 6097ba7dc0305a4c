"""What communications announces."""

from dataclasses import field, replace
from datetime import datetime
from typing import ClassVar

from chalicelib.communications.model import (
    Channel,
    Communication,
    Mailbox,
    Privacy,
    Traffic,
    telling,
)
from chalicelib.communications.model.replays import Replay
from portal.cards import CardRef
from portal.clock import to_wire
from portal.erasure import StepErased
from portal.events import Event
from portal.principals import OWNER_GRANT, SYSTEM, Actor
from portal.values import dataclass


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
            data=telling.data_of(self.communication.shown(self.privacy), card),
        )

    def _card(self) -> CardRef | None:
        return self.communication.card


@dataclass(frozen=True)
class CommunicationReceived(_Announcement):
    """Something came from outside; which card it belongs to is not decided here."""

    type: ClassVar[str] = "communications.communication_received"

    def to_event(self, event_id: str, occurred_at: datetime, actor: Actor = SYSTEM) -> Event:
        """The event as it travels; nobody of ours has acted. An automatic letter may tell of an absence."""
        event = super().to_event(event_id, occurred_at, actor)
        absence = self.communication.shown(self.privacy).absence
        if absence is None:
            return event
        told = event.data["communication"] | {"absence": telling.absence(absence)}
        return replace(event, data={**event.data, "communication": told})

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
            "undelivered": [telling.fate(one) for one in self.communication.undelivered],
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


@dataclass(frozen=True)
class ReplayQueued:
    """A piece of reading a mailbox again is to be done; `step` tells it from those before."""

    type: ClassVar[str] = "communications.replay_queued"
    version: ClassVar[int] = 1

    replay: Replay

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels, for owners."""
        one = self.replay
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            actor=one.started_by,
            about=(),
            audience=frozenset({OWNER_GRANT}),
            data={"mailbox_id": one.mailbox_id, "replay_id": one.id, "step": one.step},
        )


class PersonalDataErased(StepErased):
    """What this feature kept of a person is erased, as far as one step goes."""

    type = "communications.personal_data_erased"
