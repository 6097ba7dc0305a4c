"""Setting reminders."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict

from chalicelib.notifications.events import ReminderChanged
from chalicelib.notifications.model import Reminder, ReminderState
from chalicelib.notifications.model.reminders import require_instant
from chalicelib.notifications.service.ports import Cards, RemindersStore
from portal.cards import CardRef
from portal.clock import Clock
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.events import Event
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Principal


@dataclass(frozen=True)
class Wish:
    """What somebody wants to be reminded of."""

    at: datetime
    text: str
    about: CardRef | None


class ReminderChanges(TypedDict, total=False):
    """The fields of a reminder that can be changed; only those present are."""

    at: datetime
    text: str


@dataclass(frozen=True)
class Reminders:
    """A person's own reminders; nobody sees another's."""

    store: RemindersStore
    cards: Cards
    clock: Clock
    ids: Ids

    def add(self, caller: Principal, authorization: str | None, wish: Wish) -> Reminder:
        """A new reminder.

        Raises:
            InvalidError: the instant will not do, or the card is not the caller's to see.
        """
        now = self.clock()
        at = require_instant(wish.at, now)
        if wish.about and wish.about not in self.cards.visible(authorization, [wish.about]):
            raise InvalidError.at("/about", "There is no such card.")
        reminder = Reminder(self.ids(), caller.id, at, wish.text, wish.about, now)
        self.store.add_reminder(reminder, self._changed(caller, reminder, now))
        return reminder

    def upcoming(self, caller: Principal, page: PageRequest) -> Page[Reminder]:
        """The caller's pending reminders, the next one first."""
        return self.store.upcoming(caller.id, page)

    def change(self, caller: Principal, reminder_id: str, changes: ReminderChanges) -> Reminder:
        """The reminder with the changes; the same changes again change nothing.

        Raises:
            NotFoundError: there is none, or it is somebody else's.
            ConflictError: it has gone off.
            InvalidError: the new instant will not do.
        """
        before = self._own(caller, reminder_id)
        after = replace(before, **changes)
        if before.state is not ReminderState.PENDING:
            raise ConflictError("This reminder has gone off already. Set a new one.")
        if after.at != before.at:
            require_instant(after.at, self.clock())
        if after != before:
            self.store.change(after, self._changed(caller, after, self.clock()))
        return after

    def cancel(self, caller: Principal, reminder_id: str) -> None:
        """Takes a reminder off: what it was about is done, or need not be. It may have gone off.

        Raises:
            NotFoundError: there is none, or it is somebody else's.
        """
        reminder = self._own(caller, reminder_id)
        now = self.clock()
        self.store.cancel(reminder, self._changed(caller, reminder, now, gone=True), now)

    def _changed(
        self, caller: Principal, reminder: Reminder, now: datetime, *, gone: bool = False
    ) -> Event:
        return ReminderChanged(reminder, caller.name, gone).to_event(self.ids(), now)

    def _own(self, caller: Principal, reminder_id: str) -> Reminder:
        reminder = self.store.reminder(reminder_id)
        done = reminder is None or reminder.state is ReminderState.DONE
        if reminder is None or done or reminder.person_id != caller.id:
            raise NotFoundError("There is no such reminder.")
        return reminder
