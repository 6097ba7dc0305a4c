"""Setting reminders."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, TypedDict

from chalicelib.notifications.events import ReminderChanged
from chalicelib.notifications.model import Reminder, ReminderState
from chalicelib.notifications.model.reminders import require_instant
from chalicelib.notifications.model.repeats import repeat_from
from chalicelib.notifications.service.ports import Cards, RemindersStore
from chalicelib.notifications.service.series import Series, require_occurrence
from portal.cards import CardRef
from portal.clock import Clock
from portal.errors import ConflictError, InvalidError, NotFoundError
from portal.events import Event
from portal.ids import Ids
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass


class RepeatWish(NamedTuple):
    """A rule of RFC 5545, and the zone whose clock it means."""

    rule: str
    time_zone: str


@dataclass(frozen=True)
class Wish:
    """What somebody wants to be reminded of."""

    at: datetime
    text: str
    about: CardRef | None
    repeat: RepeatWish | None = None


@dataclass(frozen=True)
class Aim:
    """Which times of a series a change means: the next one, at `occurrence`, or all that follow."""

    occurrence: datetime | None = None
    following: bool = False


class ReminderChanges(TypedDict, total=False):
    """The fields of a reminder that can be changed; only those present are."""

    at: datetime
    text: str
    repeat: RepeatWish


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
        repeat = repeat_from(*wish.repeat, at) if wish.repeat else None
        first = repeat.at if repeat else at
        reminder = Reminder(self.ids(), caller.id, first, wish.text, wish.about, now, repeat=repeat)
        self.store.add_reminder(reminder, self._changed(caller, reminder, now))
        return reminder

    def upcoming(self, caller: Principal, page: PageRequest) -> Page[Reminder]:
        """The caller's pending reminders, the next one first."""
        return self.store.upcoming(caller.id, page)

    def change(
        self, caller: Principal, reminder_id: str, changes: ReminderChanges, aim: Aim | None = None
    ) -> Reminder:
        """The reminder with the changes; the same changes again change nothing.

        Of one that comes again, the next time alone is changed, and becomes a reminder of its own, unless all that
        follow are meant.

        Raises:
            NotFoundError: there is none, or it is somebody else's.
            ConflictError: it has gone off.
            InvalidError: the new instant or repetition will not do.
        """
        before, aim = self._pending(caller, reminder_id), aim or Aim()
        require_occurrence(before, aim.occurrence)
        after = _changed(before, changes, following=aim.following)
        if after.at != before.at:
            require_instant(after.at, self.clock())
        if after == before:
            return before
        if before.repeat and not aim.following and "repeat" not in changes:
            return self.series.take_out(caller, before, after)
        self.store.change(after, self._changed(caller, after, self.clock()))
        return after

    def skip(self, caller: Principal, reminder_id: str, occurrence: datetime) -> Reminder:
        """The reminder at the time after the next one.

        Raises:
            NotFoundError: there is none, or it is somebody else's.
            ConflictError: it has gone off or moved on, or comes only once more.
        """
        before = self._pending(caller, reminder_id)
        require_occurrence(before, occurrence)
        return self.series.skip(caller, before)

    def cancel(self, caller: Principal, reminder_id: str) -> None:
        """Takes a reminder off: what it was about is done, or need not be. It may have gone off.

        Raises:
            NotFoundError: there is none, or it is somebody else's.
        """
        reminder = self._own(caller, reminder_id)
        now = self.clock()
        self.store.cancel(reminder, self._changed(caller, reminder, now, gone=True), now)

    def _pending(self, caller: Principal, reminder_id: str) -> Reminder:
        reminder = self._own(caller, reminder_id)
        if reminder.state is not ReminderState.PENDING:
            raise ConflictError("This reminder has gone off already. Set a new one.")
        return reminder

    @property
    def series(self) -> Series:
        """What is done with one time of several."""
        return Series(self.store, self.clock, self.ids)

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


def _changed(before: Reminder, changes: ReminderChanges, *, following: bool) -> Reminder:
    at, text = changes.get("at", before.at), changes.get("text", before.text)
    repeat = before.repeat
    if wish := changes.get("repeat"):
        repeat = repeat_from(*wish, at)
    elif repeat and following and at != before.at:
        repeat = repeat_from(repeat.text, repeat.zone, at)
    if repeat and repeat != before.repeat:
        at = repeat.at
    return replace(before, at=at, text=text, repeat=repeat)
