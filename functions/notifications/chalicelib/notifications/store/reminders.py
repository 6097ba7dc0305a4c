"""Reminders, and how far their firing has come."""

from contextlib import suppress
from datetime import datetime, timedelta

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.notifications.model import GoingOn, Notification, Reminder, ReminderState
from chalicelib.notifications.store.inbox import adding
from chalicelib.notifications.store.items import DoneItem, ReminderItem
from chalicelib.notifications.store.repeats import from_text, to_text
from portal.cards import CardRef
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_due, read_page
from portal.errors import ConflictError
from portal.events import Event
from portal.paging import Page, PageRequest

_KEPT = timedelta(days=30)


class RemindersTable:
    """Maps reminders to items and back. A pending one stands in two indexes, and a fired one in none."""

    def add_reminder(self, reminder: Reminder, event: Event) -> None:
        """Stores a new reminder."""
        Writes().put(_to_item(reminder).announce(event)).commit()

    def reminder(self, reminder_id: str) -> Reminder | None:
        """One reminder."""
        item = read(ReminderItem, f"reminder#{reminder_id}", "record", consistent=True)
        return _to_reminder(item) if item else None

    def upcoming(self, person_id: str, page: PageRequest) -> Page[Reminder]:
        """The person's pending reminders, the next one first."""
        found = read_page(ReminderItem.upcoming, person_id, page, forward=True)
        return found.map(_to_reminder)

    def change(self, reminder: Reminder, event: Event) -> None:
        """Stores another instant, text and repetition of a pending reminder."""
        fired = ConflictError("This reminder has gone off already. Set a new one.")
        actions = _changing(reminder, event)
        Writes().update(_key(reminder), actions, must=_is_pending(), otherwise=fired).commit()

    def take_out(self, single: Reminder, event: Event, going: GoingOn) -> None:
        """Stores one time of a series by itself, and has the series go on after it."""
        Writes().put(_to_item(single).announce(event)).extend(_moving(going)).commit()

    def give(self, reminder: Reminder, person_id: str, event: Event) -> None:
        """Makes a pending reminder somebody else's."""
        actions: list[Action] = [
            ReminderItem.person_id.set(person_id),
            ReminderItem.upcoming_of.set(person_id),
            ReminderItem.event.set(event.to_json()),
        ]
        still = _is_pending() & (ReminderItem.person_id == reminder.person_id)
        gone = ConflictError("This reminder has gone off, or was given away.")
        Writes().update(_key(reminder), actions, must=still, otherwise=gone).commit()

    def cancel(self, reminder: Reminder, event: Event, at: datetime) -> None:
        """Takes the reminder out of the indexes; it stays until its event has surely been published."""
        actions: list[Action] = [
            ReminderItem.state.set(ReminderState.DONE.value),
            ReminderItem.event.set(event.to_json()),
            ReminderItem.expires_at.set(int((at + _KEPT).timestamp())),
            ReminderItem.due_shard.remove(),
            ReminderItem.due_at.remove(),
            ReminderItem.upcoming_of.remove(),
        ]
        gone = ConflictError("This reminder was taken off already.")
        there = ReminderItem.pk.exists()
        Writes().update(_key(reminder), actions, must=there, otherwise=gone).commit()

    def due(self, shard: int, until: datetime, page: PageRequest) -> Page[Reminder]:
        """The pending reminders of a part that are for then or earlier, the earliest first."""
        found = read_due(ReminderItem.due, str(shard), page, ReminderItem.due_at, until)
        return found.map(_to_reminder)

    def fire(
        self, reminder: Reminder, event: Event, notification: Notification, told: Event
    ) -> None:
        """Takes the reminder out of the indexes and tells its owner, in one transaction."""
        actions: list[Action] = [
            ReminderItem.state.set(ReminderState.FIRED.value),
            ReminderItem.event.set(event.to_json()),
            ReminderItem.due_shard.remove(),
            ReminderItem.due_at.remove(),
            ReminderItem.upcoming_of.remove(),
        ]
        gone = ConflictError("This reminder has gone off, or was put off or taken back.")
        unchanged = _is_pending() & (ReminderItem.at == to_wire(reminder.at))
        Writes().update(_key(reminder), actions, must=unchanged, otherwise=gone).extend(
            adding(notification, told)
        ).commit()

    def fire_and_go_on(
        self, once: Reminder, event: Event, going: GoingOn, notification: Notification, told: Event
    ) -> None:
        """Keeps the time that goes off as a fired reminder of its own, tells its owner, and moves the series on."""
        fired = _to_item(once).announce(event)
        fired.due_shard = fired.due_at = fired.upcoming_of = None
        Writes().put(fired).extend(_moving(going)).extend(adding(notification, told)).commit()

    def done_to(self) -> datetime | None:
        """The instant up to which everything has fired."""
        item = read(DoneItem, "done", "reminders")
        return from_wire(item.instant) if item else None

    def move_done_to(self, instant: datetime) -> None:
        """Notes it, unless a later one is noted."""
        text = to_wire(instant)
        later = DoneItem.pk.does_not_exist() | (DoneItem.instant < text)
        item = DoneItem("done", "reminders", instant=text)
        with suppress(ConflictError):
            Writes().put(item, must=later, otherwise=ConflictError("Done further.")).commit()


def _changing(reminder: Reminder, event: Event) -> list[Action]:
    return [
        ReminderItem.at.set(to_wire(reminder.at)),
        ReminderItem.text.set(reminder.text),
        ReminderItem.repeat.set(to_text(reminder.repeat)),
        ReminderItem.due_at.set(_due_at(reminder)),
        ReminderItem.event.set(event.to_json()),
    ]


def _moving(going: GoingOn) -> Writes:
    before, after, event = going
    gone = ConflictError("This reminder has gone off, or was put off or taken back.")
    unchanged = _is_pending() & (ReminderItem.at == to_wire(before.at))
    return Writes().update(_key(before), _changing(after, event), must=unchanged, otherwise=gone)


def _is_pending() -> Condition:
    return ReminderItem.state == ReminderState.PENDING.value


def _due_at(reminder: Reminder) -> str:
    return f"{to_wire(reminder.at)}#{reminder.id}"


def _key(reminder: Reminder) -> ReminderItem:
    return ReminderItem(f"reminder#{reminder.id}", "record")


def _to_item(reminder: Reminder) -> ReminderItem:
    item = ReminderItem(
        f"reminder#{reminder.id}",
        "record",
        person_id=reminder.person_id,
        at=to_wire(reminder.at),
        text=reminder.text,
        created_at=to_wire(reminder.created_at),
        state=str(reminder.state),
        due_shard=str(reminder.shard),
        due_at=_due_at(reminder),
        upcoming_of=reminder.person_id,
    )
    if reminder.about:
        item.about = str(reminder.about)
    if reminder.repeat:
        item.repeat = to_text(reminder.repeat)
    return item


def _to_reminder(item: ReminderItem) -> Reminder:
    return Reminder(
        id=item.pk.partition("#")[2],
        person_id=item.person_id,
        at=from_wire(item.at),
        text=item.text,
        about=CardRef.parse(item.about) if item.about else None,
        created_at=from_wire(item.created_at),
        state=ReminderState(item.state),
        repeat=from_text(item.repeat),
    )
