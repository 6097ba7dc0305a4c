"""Reminders go from an employee who leaves to a colleague."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from chalicelib.notifications.events import ReminderChanged
from chalicelib.notifications.model import Reminder
from chalicelib.notifications.service.ports import RemindersStore
from portal.clock import Clock
from portal.errors import ConflictError
from portal.events import Event
from portal.ids import Ids
from portal.paging import MAX_LIMIT, PageRequest
from portal.values import dataclass


@dataclass(frozen=True)
class Heir:
    """The colleague to whom reminders go."""

    id: str
    name: str


@dataclass(frozen=True)
class Handing:
    """Those that have moved are no more the former person's, so that a repetition goes on where it ended."""

    store: RemindersStore
    clock: Clock
    ids: Ids

    def hand_over(self, from_id: str, to: Heir, as_of: datetime) -> None:
        """Gives the pending reminders of then to the colleague; one that goes off meanwhile stays."""
        for reminder in self._pending(from_id):
            if reminder.created_at <= as_of:
                with suppress(ConflictError):
                    self.store.give(reminder, to.id, self._changed(reminder, to))

    def _changed(self, reminder: Reminder, to: Heir) -> Event:
        given = replace(reminder, person_id=to.id)
        return ReminderChanged(given, to.name).to_event(self.ids(), self.clock())

    def _pending(self, person_id: str) -> Iterator[Reminder]:
        cursor, more = None, True
        while more:
            page = self.store.upcoming(person_id, PageRequest(MAX_LIMIT, cursor))
            yield from page.items
            cursor, more = page.next, page.next is not None
