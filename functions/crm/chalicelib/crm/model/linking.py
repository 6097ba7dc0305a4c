"""On which cards a communication stands, by which rule, and since when."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from chalicelib.crm.model.cards import Card
from portal.cards import CardKind, CardRef
from portal.principals import Actor
from portal.values import dataclass

KEPT_MOVES = 100


class LinkedBy(StrEnum):
    """The rule that found the card, the strongest first."""

    PERSON = "person"
    SENT = "sent"
    TOKEN = "token"  # noqa: S105  # the name of a rule
    THREAD = "thread"
    ADDRESS = "address"
    REMEMBERED = "remembered"


class Reason(StrEnum):
    """Why it has no card: what the rules lacked, or that a person took it off."""

    UNKNOWN_SENDER = "unknown_sender"
    SEVERAL_OPEN_DEALS = "several_open_deals"
    NOT_AUTHENTICATED = "not_authenticated"
    TAKEN_OFF = "taken_off"


@dataclass(frozen=True)
class Linked:
    """A card was found."""

    card: Card
    by: LinkedBy
    reason: ClassVar[None] = None
    left: ClassVar[None] = None


@dataclass(frozen=True)
class Unlinked:
    """It has no card; a person chooses, perhaps from the suggestions. `left` is the card that it was taken off."""

    reason: Reason
    suggestions: tuple[Card, ...] = ()
    left: CardRef | None = None
    card: ClassVar[None] = None
    by: ClassVar[None] = None


Decision = Linked | Unlinked


@dataclass(frozen=True)
class Parties:
    """The known contacts among a communication's counterparts, the sender first; none when it is not to be believed."""

    known: tuple[Card, ...] = ()
    sender: Card | None = None

    @property
    def contact_ids(self) -> frozenset[str]:
        """Whose communication it is."""
        return frozenset(card.id for card in self.known)


@dataclass(frozen=True)
class Move:
    """One decision, as the history of a link keeps it; `by` is a rule, or None when it found no card."""

    event_id: str
    at: datetime
    by: LinkedBy | None
    actor: Actor
    before: tuple[CardRef, ...]
    after: tuple[CardRef, ...]


@dataclass(frozen=True)
class Link:
    """Where a communication stands now. The main card comes first when there is one.

    `at` and `contact_ids` are those of its entries, `actor` its author. `left` is the main card that a person took
    it off, to which its thread brings nothing any more. `decided_at` is when what was decided
    upon happened; `revision` counts the decisions.
    """

    communication_id: str
    cards: tuple[CardRef, ...]
    contact_ids: frozenset[str]
    by: LinkedBy | None
    reason: Reason | None
    at: datetime
    actor: Actor
    decided_at: datetime
    revision: int
    history: tuple[Move, ...]
    left: CardRef | None = None

    @property
    def main(self) -> CardRef | None:
        """The card that a rule or a person gave it."""
        return self.cards[0] if self.by else None

    @property
    def chosen(self) -> bool:
        """Whether our own side named the card or took it off, against which no rule decides again."""
        return self.by is LinkedBy.SENT or self.by_person

    @property
    def by_person(self) -> bool:
        """Whether a person's word stands: for a card, or against the one that it stood on."""
        return self.by is LinkedBy.PERSON or self.reason is Reason.TAKEN_OFF

    def has_heard(self, event_id: str) -> bool:
        """Whether the event has been decided upon."""
        return any(move.event_id == event_id for move in self.history)

    def yields_to_choice(self, at: datetime) -> bool:
        """Whether a person's choice of that instant replaces what stands: unless a later choice does."""
        return not self.by_person or self.decided_at <= at

    def yields_to_rules(self, at: datetime) -> bool:
        """Whether rules may decide anew: only when they found nothing before, as when a letter is read again."""
        return self.by is None and not self.chosen and self.decided_at <= at

    def has_told(self, card: CardRef) -> bool:
        """Whether it has been the main card before, and its people have been told."""
        return any(move.by and move.after[:1] == (card,) for move in self.history)

    def moved(self, move: Move) -> "Link":
        """The same link with one line of history more."""
        return replace(self, history=(*self.history, move)[-KEPT_MOVES:])


def decide_by_address(contact: Card, deals: Sequence[Card], remembered: Card | None) -> Decision:
    """The rule for a known contact, given the open deals and the deal last chosen for the contact.

    A remembered deal counts only while it is open and still the contact's.
    """
    if not deals:
        return Linked(contact, LinkedBy.ADDRESS)
    if len(deals) == 1:
        return Linked(deals[0], LinkedBy.ADDRESS)
    if remembered and remembered.open and concerns(remembered, contact):
        return Linked(remembered, LinkedBy.REMEMBERED)
    return Unlinked(Reason.SEVERAL_OPEN_DEALS, tuple(deals))


def contacts_beside(card: Card | None, parties: Sequence[Card]) -> tuple[Card, ...]:
    """The contacts' cards on which a communication stands beside its main card.

    `parties` are the known contacts among its counterparts, the sender first. On a deal those count whom the
    deal concerns, or else the first; with no card yet the first; any other card stands for itself.
    """
    if card is not None and card.kind is not CardKind.DEAL:
        return ()
    concerned = tuple(party for party in parties if card and concerns(card, party))
    return concerned or tuple(parties[:1])


def concerns(card: Card, contact: Card) -> bool:
    """Whether a card names the contact, or one that was merged into it."""
    return not {contact.id, *contact.former_ids}.isdisjoint(card.contact_ids)


def companies_beside(card: Card | None, contacts: Iterable[Card]) -> tuple[CardRef, ...]:
    """The companies' cards on which it stands as well: the contacts' own, and the main card's."""
    about = [*contacts, *([card] if card and card.kind in _OF_A_COMPANY else [])]
    ids = dict.fromkeys(each.company_id for each in about if each.company_id)
    return tuple(CardRef(CardKind.COMPANY, company_id) for company_id in ids)


_OF_A_COMPANY = frozenset({CardKind.DEAL, CardKind.CONTACT})
