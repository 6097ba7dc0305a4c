"""Each minute: whatever is due goes off."""

from dataclasses import replace
from datetime import datetime

from chalicelib.notifications.events import NotificationAdded, ReminderChanged, ReminderFired
from chalicelib.notifications.model import (
    SHARDS,
    GoingOn,
    Kind,
    Notification,
    Reminder,
    ReminderState,
    notification_for,
)
from chalicelib.notifications.service.ports import PeopleStore, RemindersStore
from chalicelib.notifications.service.series import moved_on
from portal.clock import Clock
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import Ids
from portal.paging import PageRequest
from portal.values import dataclass

PAGE = 100
PAGES_A_TICK = 5


class UnfiredError(Exception):
    """Some reminders could not be fired; they stay pending, and the next tick tries again."""


@dataclass(frozen=True)
class Ticking:
    """Fires what is due, late rather than never.

    A pending reminder stands in a sparse index, in the order of its instant, until the very write that fires it. A
    tick asks for what stands there up to now, so it misses nothing that an outage, another tick or a slow index left
    behind, and an empty month costs nothing. How far all is done is noted for people to see, and never relied upon.
    """

    store: RemindersStore
    people: PeopleStore
    clock: Clock
    ids: Ids

    def tick(self) -> datetime:
        """Fires what is due, up to five hundred a part, and says up to when all is done.

        Raises:
            UnfiredError: after all the others were tried.
        """
        now, failures = self.clock(), list[Exception]()
        done_to = min(self._drain(shard, now, failures) for shard in range(SHARDS))
        if failures:
            raise UnfiredError(f"{len(failures)} reminders could not be fired") from failures[0]
        self.store.move_done_to(done_to)
        return done_to

    def _drain(self, shard: int, now: datetime, failures: list[Exception]) -> datetime:
        cursor, done_to = None, now
        for _ in range(PAGES_A_TICK):
            page = self.store.due(shard, now, PageRequest(PAGE, cursor))
            for reminder in page.items:
                self._fire(reminder, now, failures)
                done_to = reminder.at
            cursor = page.next
            if cursor is None:
                return now
        return done_to

    def _fire(self, reminder: Reminder, now: datetime, failures: list[Exception]) -> None:
        try:
            self._go_off(reminder, now)
        except ConflictError:
            # Another tick has it, or its owner took it back; if neither, it is still there in a minute.
            return
        except Exception as error:  # noqa: BLE001  # one that cannot be fired must not keep the others waiting
            failures.append(error)

    def _go_off(self, reminder: Reminder, now: datetime) -> None:
        following = moved_on(reminder, now)
        if following is None:
            fired, notification, told = self._told(reminder, now)
            self.store.fire(reminder, fired, notification, told)
            return
        once = replace(reminder, id=self.ids(), state=ReminderState.FIRED, repeat=None)
        fired, notification, told = self._told(once, now)
        moved = ReminderChanged(following, self._name(reminder)).to_event(self.ids(), now)
        going = GoingOn(reminder, following, moved)
        self.store.fire_and_go_on(once, fired, going, notification, told)

    def _name(self, reminder: Reminder) -> str:
        person = self.people.person(reminder.person_id)
        return person.name if person else ""

    def _told(self, reminder: Reminder, now: datetime) -> tuple[Event, Notification, Event]:
        fired = ReminderFired(reminder).to_event(self.ids(), now)
        notification = notification_for(
            reminder.person_id,
            Kind.REMINDER,
            reminder.text,
            about=reminder.cards,
            at=now,
            event_id=fired.id,
            mail=True,
        )
        return fired, notification, NotificationAdded(notification).to_event(self.ids(), now)
