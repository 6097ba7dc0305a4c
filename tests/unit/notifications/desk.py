"""Notifications' use cases on ports in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from tests.unit.notifications.fakes import MORNING, MemoryCards, MemoryPost, MemoryTable

from chalicelib.notifications.model import Person
from chalicelib.notifications.service import (
    Delivering,
    Digesting,
    Directory,
    Erasing,
    Handing,
    Inbox,
    Letters,
    Reactions,
    Reminders,
    Telling,
    Ticking,
    Waiting,
    Wishes,
)
from chalicelib.notifications.store.erasures import ErasureAnswers
from portal.ids import new_id
from portal.principals import Principal


@dataclass
class Desk:
    """The use cases on ports in memory, at an instant that a test moves."""

    now: datetime = MORNING
    table: MemoryTable = field(default_factory=MemoryTable)
    post: MemoryPost = field(default_factory=MemoryPost)

    def __post_init__(self) -> None:
        table = self.table
        self.reminders = Reminders(table, MemoryCards(), self.clock, new_id)
        self.inbox = Inbox(table, table)
        self.wishes = Wishes(table)
        self.ticking = Ticking(table, table, self.clock, new_id)
        self.telling = Telling(table, table, self.clock, new_id)
        self.waiting = Waiting(table, table, self.clock, new_id)
        letters = Letters("demo.example", "https://portal.test")
        self.delivering = Delivering(table, table, self.post, self.clock, letters)
        self.digesting = Digesting(table, table, self.post, self.clock, letters)
        self.handing = Handing(table, self.clock, new_id)
        self.reactions = Reactions(
            Directory(table),
            self.telling,
            self.waiting,
            self.delivering,
            self.handing,
            Erasing(ErasureAnswers(), self.clock, new_id),
        )

    def clock(self) -> datetime:
        return self.now

    def knows(
        self, principal: Principal, *memberships: str, language: str = "ru", active: bool = True
    ) -> None:
        """The directory has heard of the person."""
        self.table.people_[principal.id] = Person(
            principal.id,
            principal.name,
            f"{principal.id.lower()}@demo.example",
            language,
            active,
            frozenset(memberships),
            "0",
        )
