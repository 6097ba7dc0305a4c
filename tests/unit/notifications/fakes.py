"""Notifications' ports in memory."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from tests.unit.notifications.memory_digests import MemoryDigests

from chalicelib.notifications.model import (
    GoingOn,
    Notification,
    Person,
    Preferences,
    Reminder,
    ReminderState,
)
from portal.cards import CardKind, CardRef
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import new_id
from portal.letters import Letter, RefusedError
from portal.paging import Page, PageRequest
from portal.principals import Principal, Role

MORNING = datetime(2026, 11, 23, 6, tzinfo=UTC)
DEAL = CardRef(CardKind.DEAL, new_id())
SALES = new_id()
SELLER = Principal(new_id(), "Иван Продавцов", frozenset({Role.EMPLOYEE}))
COLLEAGUE = Principal(new_id(), "Anne Helper", frozenset({Role.EMPLOYEE}))


class MemoryTable(MemoryDigests):
    """A table of notifications."""

    def __init__(self) -> None:
        super().__init__()
        self.people_: dict[str, Person] = {}
        self.wishes: dict[str, Preferences] = {}
        self.reminders: dict[str, Reminder] = {}
        self.announced: list[Event] = []
        self.inbox: dict[tuple[str, str], Notification] = {}
        self.counters: Counter[str] = Counter()
        self.events: list[Event] = []
        self.noted: datetime | None = None
        self.changes = 0

    def person(self, person_id: str) -> Person | None:
        return self.people_.get(person_id)

    def people(self, person_ids: Iterable[str]) -> Mapping[str, Person]:
        known = [self.people_[one] for one in person_ids if one in self.people_]
        return {one.id: replace(one, preferences=self._wishes(one.id)) for one in known}

    def preferences(self, person_id: str) -> Preferences | None:
        return self.wishes.get(person_id)

    def save_preferences(self, person_id: str, preferences: Preferences) -> None:
        self.wishes[person_id] = preferences

    def _wishes(self, person_id: str) -> Preferences:
        return self.wishes.get(person_id, Preferences())

    def save_person(self, person: Person, before: Person | None) -> None:
        if self.people_.get(person.id) != before:
            raise ConflictError
        self.people_[person.id] = person

    def members(self, grant: str) -> Iterator[str]:
        return (one.id for one in self.people_.values() if one.active and grant in one.memberships)

    def add_reminder(self, reminder: Reminder, event: Event) -> None:
        self.reminders[reminder.id] = reminder
        self.announced.append(event)

    def reminder(self, reminder_id: str) -> Reminder | None:
        return self.reminders.get(reminder_id)

    def upcoming(self, person_id: str, page: PageRequest) -> Page[Reminder]:
        return Page([one for one in self._pending() if one.person_id == person_id])

    def change(self, reminder: Reminder, event: Event) -> None:
        if self.reminders[reminder.id].state is not ReminderState.PENDING:
            raise ConflictError
        self.reminders[reminder.id] = reminder
        self.announced.append(event)
        self.changes += 1

    def give(self, reminder: Reminder, person_id: str, event: Event) -> None:
        there = self.reminders[reminder.id]
        if there.state is not ReminderState.PENDING or there.person_id != reminder.person_id:
            raise ConflictError
        self.reminders[reminder.id] = replace(there, person_id=person_id)
        self.announced.append(event)

    def cancel(self, reminder: Reminder, event: Event, at: datetime) -> None:
        self.reminders[reminder.id] = replace(reminder, state=ReminderState.DONE)
        self.announced.append(event)

    def due(self, shard: int, until: datetime, page: PageRequest) -> Page[Reminder]:
        due = [one for one in self._pending() if one.shard == shard and one.at <= until]
        rest = [one for one in due if f"{one.at}{one.id}" > (page.cursor or "")]
        last = rest[page.limit - 1] if len(rest) > page.limit else None
        return Page(rest[: page.limit], f"{last.at}{last.id}" if last else None)

    def fire(
        self, reminder: Reminder, event: Event, notification: Notification, told: Event
    ) -> None:
        stored = self.reminders.get(reminder.id)
        if stored != reminder or stored.state is not ReminderState.PENDING:
            raise ConflictError
        self.reminders[reminder.id] = replace(stored, state=ReminderState.FIRED)
        self.events.append(event)
        self.add(notification, told)

    def fire_and_go_on(
        self, once: Reminder, event: Event, going: GoingOn, notification: Notification, told: Event
    ) -> None:
        self.take_out(once, event, going)
        self.add(notification, told)

    def take_out(self, single: Reminder, event: Event, going: GoingOn) -> None:
        stored = self.reminders.get(going.before.id)
        if stored != going.before or stored.state is not ReminderState.PENDING:
            raise ConflictError
        self.reminders[single.id] = single
        self.reminders[going.after.id] = going.after
        self.events += [event, going.event]

    def done_to(self) -> datetime | None:
        return self.noted

    def move_done_to(self, instant: datetime) -> None:
        self.noted = max(instant, self.noted or instant)

    def add(self, notification: Notification, event: Event) -> None:
        key = (notification.person_id, notification.id)
        if key not in self.inbox:
            self.inbox[key] = notification
            self.counters[notification.person_id] += not notification.read
            self.events.append(event)

    def notification(self, person_id: str, notification_id: str) -> Notification | None:
        return self.inbox.get((person_id, notification_id))

    def notifications(
        self, person_id: str, page: PageRequest, *, unread: bool
    ) -> Page[Notification]:
        found = [one for one in self.inbox.values() if one.person_id == person_id]
        chosen = [one for one in found if not (unread and one.read)]
        return Page(sorted(chosen, key=lambda one: one.id, reverse=True)[: page.limit])

    def unread(self, person_id: str) -> int:
        return self.counters[person_id]

    def mark_read(self, notification: Notification) -> None:
        key = (notification.person_id, notification.id)
        if not self.inbox[key].read:
            self.inbox[key] = replace(notification, read=True)
            self.counters[notification.person_id] -= 1

    def told(self, person: Principal) -> list[Notification]:
        """What the person was told, in no order."""
        return [one for one in self.inbox.values() if one.person_id == person.id]

    def _pending(self) -> list[Reminder]:
        pending = (one for one in self.reminders.values() if one.state is ReminderState.PENDING)
        return sorted(pending, key=lambda one: f"{one.at}{one.id}")


class MemoryPost:
    """A post that keeps what it was given."""

    def __init__(self) -> None:
        self.sent: list[Letter] = []
        self.refuses = False

    def send(self, letter: Letter) -> str:
        if self.refuses:
            raise RefusedError("No such address.")
        self.sent.append(letter)
        return f"ses-{len(self.sent)}"


class MemoryCards:
    """Everybody sees one deal."""

    def visible(self, authorization: str | None, cards: Iterable[CardRef]) -> Collection[CardRef]:
        return {card for card in cards if card == DEAL}
