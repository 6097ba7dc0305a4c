"""Reminders that come again: one time of them, and all that follow."""

from dataclasses import replace
from datetime import datetime

from chalicelib.notifications.events import ReminderChanged
from chalicelib.notifications.model import GoingOn, Reminder
from chalicelib.notifications.service.ports import RemindersStore
from portal.clock import Clock
from portal.errors import ConflictError
from portal.ids import Ids
from portal.principals import Principal
from portal.values import dataclass


@dataclass(frozen=True)
class Series:
    """One time is taken out of a series by becoming a reminder of its own, while the series goes on."""

    store: RemindersStore
    clock: Clock
    ids: Ids

    def take_out(self, caller: Principal, before: Reminder, once: Reminder) -> Reminder:
        """The changed single time; the series goes on after it, if it does."""
        following, now = moved_on(before, self.clock()), self.clock()
        if following is None:
            last = replace(once, repeat=None)
            self.store.change(last, ReminderChanged(last, caller.name).to_event(self.ids(), now))
            return last
        single = replace(once, id=self.ids(), repeat=None)
        self.store.take_out(
            single,
            ReminderChanged(single, caller.name).to_event(self.ids(), now),
            GoingOn(
                before,
                following,
                ReminderChanged(following, caller.name).to_event(self.ids(), now),
            ),
        )
        return single

    def skip(self, caller: Principal, before: Reminder) -> Reminder:
        """The series without its next time.

        Raises:
            ConflictError: nothing follows.
        """
        now = self.clock()
        following = moved_on(before, now)
        if following is None:
            raise ConflictError("It does not come again. Take the reminder off instead.")
        self.store.change(
            following, ReminderChanged(following, caller.name).to_event(self.ids(), now)
        )
        return following


def moved_on(reminder: Reminder, now: datetime) -> Reminder | None:
    """The reminder at its next time, if it comes again."""
    repeat = reminder.repeat.after(now) if reminder.repeat else None
    return replace(reminder, at=repeat.at, repeat=repeat) if repeat else None


def require_occurrence(reminder: Reminder, occurrence: datetime | None) -> None:
    """Whoever means one time of a series must mean the next: a repeated request would take the one after.

    Raises:
        ConflictError: that time is over.
    """
    if occurrence is not None and occurrence != reminder.at:
        raise ConflictError("This reminder has moved on. Look at it again.")
