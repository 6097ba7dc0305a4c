"""Reminders go from an employee who leaves to a colleague."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from chalicelib.notifications.model import Reminder
from chalicelib.notifications.service.ports import RemindersStore
from portal.errors import ConflictError
from portal.paging import MAX_LIMIT, PageRequest


@dataclass(frozen=True)
class Handing:
    """Those that have moved are no more the former person's, so that a repetition goes on where it ended."""

    store: RemindersStore

    def hand_over(self, from_id: str, to_id: str, as_of: datetime) -> None:
        """Gives the pending reminders of then to the colleague; one that goes off meanwhile stays."""
        for reminder in self._pending(from_id):
            if reminder.created_at <= as_of:
                with suppress(ConflictError):
                    self.store.give(reminder, to_id)

    def _pending(self, person_id: str) -> Iterator[Reminder]:
        cursor, more = None, True
        while more:
            page = self.store.upcoming(person_id, PageRequest(MAX_LIMIT, cursor))
            yield from page.items
            cursor, more = page.next, page.next is not None
