"""Each minute: whatever is due goes off."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import chain

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
from portal.due import do_each, pages
from portal.events import Event
from portal.ids import Ids
from portal.paging import Page
from portal.values import dataclass

PAGE = 100
PAGES_A_TICK = 5


@dataclass(frozen=True)
class Ticking:
    """Fires what is due. How far all is done is noted for people to see, and never relied upon."""

    store: RemindersStore
    people: PeopleStore
    clock: Clock
    ids: Ids

    def tick(self) -> datetime:
        """Fires what is due, up to five hundred a part, and says up to when all is done.

        Raises:
            LeftDueError: after all the others were tried.
        """
        now, left = self.clock(), list[datetime]()
        due = chain.from_iterable(self._due(shard, now, left) for shard in range(SHARDS))
        do_each(due, lambda reminder: self._go_off(reminder, now))
        done_to = min(left, default=now)
        self.store.move_done_to(done_to)
        return done_to

    def _due(self, shard: int, now: datetime, left: list[datetime]) -> Iterator[Reminder]:
        """What is due of a part; where that is more than a tick does, it is noted from when on some is left."""
        page = Page[Reminder](())
        for page in pages(partial(self.store.due, shard, now), PAGE, PAGES_A_TICK):
            yield from page.items
        if page.next and page.items:
            left.append(page.items[-1].at)

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
