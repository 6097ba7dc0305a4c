"""What one event changes about where a communication stands."""

from functools import cached_property

from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.communications import Communication
from chalicelib.crm.model.linking import Decision, Link, LinkedBy, Move, Parties, Reason
from chalicelib.crm.service.linking.ports import Choice
from portal.cards import CardKind, CardRef
from portal.events import Event
from portal.principals import Actor
from portal.values import dataclass


@dataclass(frozen=True)
class Step:
    """The event, what stood before it, and what was decided; `cards` are all it comes to stand on."""

    event: Event
    letter: Communication
    before: Link | None
    decision: Decision
    parties: Parties
    cards: tuple[Card, ...]

    @property
    def refs(self) -> tuple[CardRef, ...]:
        """The cards it comes to stand on, the main one first."""
        return tuple(card.ref for card in self.cards)

    @cached_property
    def after(self) -> Link:
        """The link as it will stand."""
        before = self.before
        link = Link(
            communication_id=self.letter.id,
            cards=self.refs,
            contact_ids=self.parties.contact_ids,
            by=self.decision.by,
            reason=self.decision.reason,
            at=self.letter.at,
            actor=self._author(),
            decided_at=self.event.occurred_at,
            revision=before.revision + 1 if before else 1,
            history=before.history if before else (),
            left=self.decision.left,
        )
        return link.moved(self._move())

    @property
    def named(self) -> CardRef | None:
        """The card that a person named now; where its work goes on elsewhere, it came there."""
        return self.letter.card if self.decision.by is LinkedBy.PERSON else None

    @property
    def choice(self) -> Choice | None:
        """What to remember of a person's choice: the deal, when a known contact wrote."""
        sender, card = self.parties.sender, self.decision.card
        if self.decision.by is not LinkedBy.PERSON or sender is None or card is None:
            return None
        if card.kind is not CardKind.DEAL:
            return None
        return Choice(sender.id, card.id, self.event.occurred_at)

    def _move(self) -> Move:
        return Move(
            event_id=self.event.id,
            at=self.event.occurred_at,
            by=self.decision.by,
            actor=self.event.actor,
            before=self.before.cards if self.before else (),
            after=self.refs,
        )

    def _author(self) -> Actor:
        """Who wrote it, which is not who later chooses its card or takes it off."""
        placed = self.decision.by is LinkedBy.PERSON or self.decision.reason is Reason.TAKEN_OFF
        if placed and self.before:
            return self.before.actor
        if self.event.actor.kind == "employee" and not placed:
            return self.event.actor
        sender = self.parties.sender
        return self.letter.author(sender.id if sender else None)
