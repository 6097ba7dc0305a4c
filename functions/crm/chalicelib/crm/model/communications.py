"""A communication as its own feature announces it: what deciding about its card needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chalicelib.crm.model.pulse import is_news
from chalicelib.crm.model.timeline import Entry, EntryKind, Mark, Source, summary_of
from portal.cards import CardKind, CardRef
from portal.clock import from_wire
from portal.events import Event
from portal.principals import Actor

INBOUND = "inbound"
_KINDS = {"mail": EntryKind.MAIL, "portal": EntryKind.MESSAGE}


@dataclass(frozen=True)
class Communication:
    """A letter or a message in the portal, later a call.

    `card` is the one that somebody named: where it was written, which one a person of ours chose, or which one he took
    it off. `thread_id` is the first communication of its thread.
    `token_card` comes from a reply address that we signed, and is a secret of its thread; `parent_ids` come from
    headers, which anyone who saw the thread can forge. `counterparts` are the normalised addresses that are not
    ours, the sender first. A message has no addresses: it names its `contact_ids`, and carries its whole `text`. `privacy` says how
    much of a letter its mailbox shows to all: full, subject or hidden; more is not here. Nobody is called for a `quiet` one.
    `brought_by` is the employee who forwarded it here.
    """

    id: str
    thread_id: str
    channel: str
    direction: str
    at: datetime
    sender_name: str
    sender_address: str
    subject: str
    snippet: str
    automatic: bool
    authenticated: bool
    card: CardRef | None
    token_card: CardRef | None
    parent_ids: tuple[str, ...]
    counterparts: tuple[str, ...]
    contact_ids: tuple[str, ...] = ()
    text: str | None = None
    privacy: str | None = None
    bounce: bool = False
    quiet: bool = False
    brought_by: str | None = None

    @classmethod
    def of(cls, event: Event) -> "Communication":
        """Reads any of the events that carry a communication.

        Raises:
            KeyError, ValueError: the event does not keep its contract.
        """
        data = event.data
        letter = data["communication"]
        return cls(
            id=letter["id"],
            thread_id=letter.get("thread_id") or letter["id"],
            channel=letter["channel"],
            direction=letter["direction"],
            at=from_wire(letter["at"]),
            sender_name=summary_of(letter["from"]["name"] or letter["from"]["address"]),
            sender_address=letter["from"]["address"],
            subject=letter["subject"],
            snippet=letter["snippet"],
            automatic=letter["automatic"],
            authenticated=data["authenticated"],
            card=_card(data["card"]),
            token_card=_card(data["token_card"]),
            parent_ids=tuple(data["parent_ids"]),
            counterparts=tuple(data["counterparts"]),
            contact_ids=tuple(data.get("contact_ids", ())),
            text=letter.get("text"),
            privacy=letter.get("privacy"),
            bounce=letter.get("bounce", False),
            quiet=letter.get("quiet", False),
            brought_by=letter.get("brought_by"),
        )

    @property
    def inbound(self) -> bool:
        """Whether it came from outside."""
        return self.direction == INBOUND

    @property
    def trusted(self) -> bool:
        """Whether its addresses and headers may be believed: what we send ourselves, or DMARC vouches for."""
        return self.authenticated or not self.inbound

    def turn(self, heard_at: datetime) -> str | None:
        """Its side in the talk with a client; None of what neither wants an answer nor is one.

        Such are what a machine wrote, what colleagues write to each other, and a client's old letter that is heard of
        late.
        """
        outside = self.counterparts or self.contact_ids
        stale = self.inbound and not is_news(self.at, heard_at)
        return None if self.automatic or stale or not outside else self.direction

    def author(self, contact_id: str | None) -> Actor:
        """Its author by its own words, who is a contact of ours when the contact's id is given."""
        if not self.inbound:
            return Actor("employee", self.sender_address, self.sender_name)
        if contact_id is None:
            return Actor("guest", self.sender_address, self.sender_name)
        return Actor("client", contact_id, self.sender_name)

    def _mark(self) -> Mark | None:
        if self.bounce:
            return Mark.RETURNED
        if self.automatic:
            return Mark.AUTOMATIC
        return Mark.QUIET if self.quiet else None

    def to_entry(self, actor: Actor, contact_ids: frozenset[str]) -> Entry:
        """What stands on the cards."""
        return Entry(
            id=self.id,
            kind=_KINDS[self.channel],
            at=self.at,
            direction=self.direction,
            summary=summary_of(self.subject or self.snippet),
            actor=actor,
            source=Source("communications", self.id),
            contact_ids=contact_ids,
            text=self.text or self.snippet or None,
            mark=self._mark(),
            thread_id=self.thread_id,
            privacy=self.privacy,
        )


def _card(value: Mapping[str, Any] | None) -> CardRef | None:
    return CardRef(CardKind(value["kind"]), value["id"]) if value else None
