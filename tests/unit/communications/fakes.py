"""Communications' ports in memory, and a desk to work at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.unit.communications.erasing_fakes import erasing_of
from tests.unit.communications.memory_absences import MemoryAbsences
from tests.unit.communications.memory_bad_addresses import MemoryBadAddresses
from tests.unit.communications.memory_hours import MemoryHours
from tests.unit.communications.memory_objects import MemoryObjects
from tests.unit.communications.memory_queue import MemoryQueue, MemorySender
from tests.unit.communications.memory_rules import MemoryRules
from tests.unit.communications.memory_store import MemoryStore

from chalicelib.communications import mail
from chalicelib.communications.consumers import Hearing
from chalicelib.communications.model import (
    Communication,
    Mailbox,
)
from chalicelib.communications.service import (
    Answering,
    Aside,
    BadAddresses,
    Choosing,
    Colleagues,
    Departing,
    Following,
    Health,
    Holding,
    Mailboxes,
    MailHanding,
    Messages,
    Planning,
    Reading,
    Receiving,
    Reporting,
    Rereading,
    Retrying,
    Ruling,
    Sending,
    Ticking,
    Tracing,
    Uploads,
    Writing,
)
from chalicelib.communications.service.ports import CardAccess
from portal.cards import CardKind, CardRef
from portal.errors import TooManyRequestsError
from portal.ids import new_id
from portal.principals import Principal, Role, contact_grant

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DEAL, OTHER_DEAL = CardRef(CardKind.DEAL, new_id()), CardRef(CardKind.DEAL, new_id())
CONTACT = CardRef(CardKind.CONTACT, new_id())
DEPARTMENT = new_id()
SELLER = Principal(new_id(), "Иван Продавцов", frozenset({Role.EMPLOYEE}), frozenset({DEPARTMENT}))
STRANGER = Principal(new_id(), "Пётр Посторонний", frozenset({Role.EMPLOYEE}))
OWNER = Principal(new_id(), "Ольга Хозяйкина", frozenset({Role.OWNER}))
CLIENT = Principal(new_id(), "Анна", frozenset({Role.CLIENT}), contact_id=CONTACT.id)
KEY = "секрет".encode()
DOMAIN = "demo.example"


class MemoryCards:
    """A crm in which the seller has a deal, and an owner sees all."""

    def __init__(self) -> None:
        every = {DEAL, OTHER_DEAL, CONTACT}
        self.seen = {"seller": every, "owner": every, "client": {DEAL, CONTACT}}
        self.contact_ids: tuple[str, ...] = (CONTACT.id,)

    def visible(
        self, authorization: str | None, cards: Iterable[CardRef]
    ) -> Mapping[CardRef, CardAccess]:
        mine = self.seen.get(authorization or "", set())
        client = authorization == "client"
        contact_ids = tuple(i for i in self.contact_ids if i == CONTACT.id or not client)
        staff = set[str]() if client else {f"employee:{SELLER.id}", "role:owner"}
        audience = frozenset({*staff, *map(contact_grant, contact_ids)})
        access = CardAccess("Насосы", audience, contact_ids)
        return {card: access for card in cards if card in mine}


@dataclass
class MemoryPace:
    """Counts, and refuses once it is told to."""

    counted: list[str] = field(default_factory=list)
    enough: bool = False

    def count(self, person_id: str, _: datetime) -> None:
        if self.enough:
            raise TooManyRequestsError("Later.", 60)
        self.counted.append(person_id)


class Desk:
    """All use cases on one memory; time stands still until it is told to go on."""

    def __init__(self) -> None:
        self.store, self.objects, self.cards = MemoryStore(), MemoryObjects(), MemoryCards()
        self.sender, self.now, self.bad = MemorySender(), NOON, MemoryBadAddresses()
        tools = (lambda: self.now, new_id)
        tracing = Tracing(self.store, lambda: KEY, DOMAIN)
        self.reading = Reading(self.store, self.objects, self.cards)
        self.rules, self.hours = MemoryRules(self.store), MemoryHours()
        self.absences = MemoryAbsences()
        self.receiving = Receiving(
            self.store,
            self.objects,
            mail,
            tracing,
            Reporting(self.store, BadAddresses(self.bad), *tools),
            DOMAIN,
            *tools,
            Ruling(self.rules, self.objects),
            Answering(self.store, self.absences, self.objects, DOMAIN, tools[0]),
        )
        writing = Writing(
            self.store, self.objects, self.cards, self.reading, lambda: KEY, DOMAIN, *tools
        )
        self.departing = Departing(
            self.store, self.objects, mail, self.sender, lambda: KEY, DOMAIN, *tools
        )
        self.queue = MemoryQueue()
        self.sending = Sending(
            self.store,
            self.objects,
            mail,
            writing,
            self.reading,
            self.departing,
            self.queue,
            tools[0],
        )
        self.planning = Planning(
            self.store, self.objects, self.cards, self.reading, self.sending, new_id
        )
        self.ticking = Ticking(self.store, self.queue, tools[0])
        self.pace = MemoryPace()
        self.messages = Messages(self.store, self.pace, self.cards, *tools)
        self.choosing = Choosing(self.store, self.cards, self.reading, *tools)
        self.following = Following(self.store, Holding(self.store))
        self.retrying = Retrying(self.reading, Rereading(self.store, self.objects, self.receiving))
        self.uploads = Uploads(self.store, self.objects, *tools)
        self.mailboxes = Mailboxes(self.store, DOMAIN, new_id)
        self.colleagues = Colleagues(self.store, lambda: KEY, DOMAIN)
        self.aside = Aside(self.store, self.reading)
        self.health = Health(self.store, self.hours, *tools)
        handing = MailHanding(self.store)
        erasing = erasing_of(self.store)
        self.hearing = Hearing(
            self.following, self.colleagues, erasing, handing, self.hours, self.absences
        )
        self.mailbox(f"sales@{DOMAIN}", "Отдел продаж", DEPARTMENT)

    def mailbox(self, address: str, name: str, department_id: str = "", **how: Any) -> Mailbox:
        """A mailbox more."""
        departments = (department_id,) if department_id else ()
        return self.mailboxes.add(Mailbox("", address, name, department_ids=departments, **how))

    def later(self, **distance: float) -> None:
        """Lets time pass."""
        self.now += timedelta(**distance)

    def stored(self, content: bytes, key: str = "inbound/1") -> Communication:
        """The communication that a letter becomes."""
        self.objects.keep_raw(key, content)
        self.receiving.receive(key, self.now)
        return self.store.records[self.store.sources[f"object#{key}"]]
