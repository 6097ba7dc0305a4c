"""From what happened to a communication to where it stands: one step, taken once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chalicelib.crm.events.linking import CommunicationLinked, CommunicationUnlinked
from chalicelib.crm.events.timeline import EntryAdded
from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.communications import Communication
from chalicelib.crm.model.linking import (
    Decision,
    Link,
    Linked,
    Parties,
    companies_beside,
    contacts_beside,
)
from chalicelib.crm.model.timeline import Entry
from chalicelib.crm.service.linking.finding import Finder
from chalicelib.crm.service.linking.ports import Links, Relinking
from chalicelib.crm.service.linking.steps import Step
from chalicelib.crm.service.ports import Cards
from portal.clock import Clock
from portal.events import Event
from portal.ids import Ids

Find = Callable[[Finder, Communication, Parties], Decision]
Yields = Callable[[Link, Event], bool]


@dataclass(frozen=True)
class _Rule:
    """How one type of event decides, and over which links it may decide anew."""

    find: Find
    yields: Yields


_RULES: Mapping[str, _Rule] = {
    "communications.communication_received": _Rule(
        Finder.ruled, lambda link, event: link.yields_to_rules(event.occurred_at)
    ),
    "communications.communication_sent": _Rule(Finder.ruled, lambda link, _: not link.chosen),
    "communications.link_chosen": _Rule(
        Finder.chosen, lambda link, event: link.yields_to_choice(event.occurred_at)
    ),
    "communications.link_removed": _Rule(
        Finder.removed, lambda link, event: link.yields_to_choice(event.occurred_at)
    ),
}


@dataclass(frozen=True)
class Linking:
    """Communications come to their cards here, and move between them."""

    cards: Cards
    links: Links
    clock: Clock
    ids: Ids

    def hear(self, event: Event) -> None:
        """Decides upon an event of a communication, once, whatever the order in which events arrive.

        Raises:
            ConflictError: another event of the same communication is being decided upon; try again.
            NotFoundError, KeyError, ValueError: the event can never be decided upon.
        """
        rule = _RULES.get(event.type)
        if rule is None:
            return
        letter = Communication.of(event)
        before = self.links.link(letter.id)
        if before and (before.has_heard(event.id) or not rule.yields(before, event)):
            return
        finder = Finder(self.cards, self.links)
        parties = finder.parties(letter)
        decision = rule.find(finder, letter, parties)
        cards = self._standing(decision, parties)
        self._save(Step(event, letter, before, decision, parties, cards))

    def _standing(self, decision: Decision, parties: Parties) -> tuple[Card, ...]:
        """Every card it stands on, the main one first."""
        beside = contacts_beside(decision.card, parties.known)
        contacts = [card for card in beside if card.ref != decision.left]
        refs = companies_beside(decision.card, contacts)
        found = self.cards.cards(refs) if refs else {}
        companies = [found[ref] for ref in refs if ref in found]
        main = [decision.card] if decision.card else []
        standing = {card.ref: card for card in (*main, *contacts, *companies)}
        return tuple(card for ref, card in standing.items() if ref != decision.left)

    def _save(self, step: Step) -> None:
        after = step.after
        entry = step.letter.to_entry(after.actor, after.contact_ids)
        self.links.save(
            Relinking(
                step.before,
                after,
                entry,
                linked=self._linked(step, after),
                added=self._added(step, entry),
                choice=step.choice,
                forgotten=self._forgotten(step),
                turn=step.letter.turn(step.event.occurred_at),
            )
        )

    def _forgotten(self, step: Step) -> str | None:
        """The sender whose letters went on to the deal that this one was taken off: the next one asks again."""
        sender, left = step.parties.sender, step.after.left
        if sender is None or left is None:
            return None
        return sender.id if self.links.chosen_deal(sender.id) == left.id else None

    def _linked(self, step: Step, after: Link) -> Event:
        told = (
            CommunicationLinked(after, step.cards, step.named)
            if isinstance(step.decision, Linked)
            else CommunicationUnlinked(
                after, step.cards, step.decision.suggestions, step.event.audience, step.letter
            )
        )
        return told.to_event(self.ids(), self.clock(), step.event.actor)

    def _added(self, step: Step, entry: Entry) -> Event | None:
        card = step.decision.card
        if card is None or (step.before and step.before.has_told(card.ref)):
            return None
        added = EntryAdded(entry, card, step.refs, brought_by=step.letter.brought_by)
        return added.to_event(self.ids(), self.clock())
