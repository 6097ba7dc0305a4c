"""What linking stands on, in memory, and letters as communications announces them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from chalicelib.crm.model.cards import Card
from chalicelib.crm.model.linking import Link
from chalicelib.crm.model.timeline import Entry
from chalicelib.crm.service.linking import Linking
from chalicelib.crm.service.linking.ports import Relinking
from portal.cards import CardKind, CardRef
from portal.clock import to_wire
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import new_id
from portal.principals import SYSTEM, Actor, contact_grant, employee_grant

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SELLER = Actor("employee", new_id(), "Иван Продавцов")
MAILBOX_READERS = frozenset({"department:sales", "role:owner"})


class MemoryCards:
    """Cards, and the addresses of contacts."""

    def __init__(self) -> None:
        self.by_ref: dict[CardRef, Card] = {}
        self.contact_by_email: dict[str, str] = {}
        self.asked: list[str] = []

    def card(self, ref: CardRef) -> Card | None:
        return self.by_ref.get(ref)

    def cards(self, refs: Iterable[CardRef]) -> dict[CardRef, Card]:
        return {ref: self.by_ref[ref] for ref in refs if ref in self.by_ref}

    def contact_by_identity(self, kind: str, value: str) -> str | None:
        self.asked.append(value)
        return self.contact_by_email.get(value) if kind == "email" else None

    def open_deals_of_contact(self, contact_id: str, limit: int) -> list[Card]:
        deals = [card for card in self.by_ref.values() if card.kind is CardKind.DEAL and card.open]
        return [deal for deal in deals if contact_id in deal.contact_ids][:limit]


class MemoryLinks:
    """Links, and the timelines that they write. `break_next` breaks one save, before or after it."""

    def __init__(self) -> None:
        self.stored: dict[str, Link] = {}
        self.timelines: dict[CardRef, dict[str, Entry]] = {}
        self.events: list[Event] = []
        self.choices: dict[str, str] = {}
        self.break_next: str | None = None

    def link(self, communication_id: str) -> Link | None:
        return self.stored.get(communication_id)

    def links(self, communication_ids: Iterable[str]) -> dict[str, Link]:
        return {each: self.stored[each] for each in communication_ids if each in self.stored}

    def chosen_deal(self, contact_id: str) -> str | None:
        return self.choices.get(contact_id)

    def save(self, step: Relinking) -> None:
        broken, self.break_next = self.break_next, None
        if broken == "before":
            raise ConnectionError
        if self.stored.get(step.after.communication_id) != step.before:
            raise ConflictError("Somebody was faster.")
        self._apply(step)
        if broken == "after":
            raise ConnectionError

    def _apply(self, step: Relinking) -> None:
        self.stored[step.after.communication_id] = step.after
        for ref in step.before.cards if step.before else ():
            del self.timelines[ref][step.entry.id]
        for ref in step.after.cards:
            self.timelines.setdefault(ref, {})[step.entry.id] = step.entry
        if step.choice:
            self.choices[step.choice.contact_id] = step.choice.deal_id
        self.choices.pop(step.forgotten or "", None)
        self.events += [step.linked, *([step.added] if step.added else [])]


@dataclass
class Office:
    """A company with a client whose letters arrive."""

    cards: MemoryCards = field(default_factory=MemoryCards)
    links: MemoryLinks = field(default_factory=MemoryLinks)

    def __post_init__(self) -> None:
        self.linking = Linking(self.cards, self.links, lambda: MORNING, new_id)
        self.firm = self.card(CardKind.COMPANY, "ООО Ромашка")
        self.client = self.contact("anna@romashka.example", self.firm)

    def card(self, kind: CardKind, title: str, **values: Any) -> Card:
        owner = new_id()
        audience = {employee_grant(owner), *map(contact_grant, values.get("contact_ids", ()))}
        values = {"participant_ids": frozenset(), **values, "audience": frozenset(audience)}
        card = Card(kind, values.pop("id", new_id()), title, owner, **values)
        self.cards.by_ref[card.ref] = card
        return card

    def contact(self, email: str, company: Card | None = None) -> Card:
        card_id = new_id()
        self.cards.contact_by_email[email] = card_id
        return self.card(
            CardKind.CONTACT,
            email,
            id=card_id,
            contact_ids=(card_id,),
            company_id=company.id if company else None,
        )

    def deal(self, *contacts: Card, **values: Any) -> Card:
        ids = tuple(contact.id for contact in contacts)
        return self.card(CardKind.DEAL, "Поставка труб", contact_ids=ids, **values)

    def hear(self, event: Event) -> Link:
        self.linking.hear(event)
        return self.links.stored[event.data["communication"]["id"]]

    def standing(self, event: Event) -> set[CardRef]:
        """The cards on whose timelines the letter stands."""
        letter_id = event.data["communication"]["id"]
        return {ref for ref, entries in self.links.timelines.items() if letter_id in entries}

    def announced(self, event_type: str) -> list[Event]:
        return [event for event in self.links.events if event.type == event_type]


def received(*counterparts: str, **values: Any) -> Event:
    """A letter that came; `values` replace what its event says."""
    return _event("communication_received", "inbound", SYSTEM, counterparts, values)


def sent(card: Card, *counterparts: str, **values: Any) -> Event:
    """A letter written from a card."""
    values = {"card": ref_of(card), **values}
    return _event("communication_sent", "outbound", SELLER, counterparts, values)


def chosen(letter: Event, card: Card, minutes: int = 1, by: Actor = SELLER) -> Event:
    """A person's choice of the card of a letter, some minutes after the morning."""
    return Event(
        id=new_id(),
        type="communications.link_chosen",
        version=1,
        occurred_at=MORNING + timedelta(minutes=minutes),
        actor=by,
        audience=MAILBOX_READERS,
        data={**letter.data, "card": ref_of(card)},
    )


def ref_of(card: Card) -> dict[str, str]:
    """The card as events name it."""
    return {"kind": str(card.kind), "id": card.id}


def _event(
    name: str, direction: str, actor: Actor, counterparts: Iterable[str], values: dict[str, Any]
) -> Event:
    addresses = list(counterparts)
    letter = {
        "id": new_id(),
        "channel": "mail",
        "direction": direction,
        "at": to_wire(MORNING),
        "from": {"name": "Анна Петрова", "address": addresses[0] if addresses else ""},
        "to": [],
        "cc": [],
        "subject": "Счёт на трубы",
        "snippet": "Добрый день! Пришлите счёт.",
        "attachment_count": 0,
        "automatic": False,
        "mailbox": "sales@demo.example",
    }
    data = {
        "communication": letter | values.pop("communication", {}),
        "authenticated": True,
        "token_card": None,
        "parent_ids": [],
        "counterparts": addresses,
        "card": None,
    }
    return Event(
        id=new_id(),
        type=f"communications.{name}",
        version=1,
        occurred_at=values.pop("occurred_at", MORNING),
        actor=actor,
        audience=MAILBOX_READERS,
        data=data | values,
    )
