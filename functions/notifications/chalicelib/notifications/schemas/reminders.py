"""Reminders, as they are taken and given over HTTP."""

from typing import Annotated, Any, Self, cast

from pydantic import AfterValidator, StringConstraints

from chalicelib.notifications.model import Reminder
from chalicelib.notifications.service.reminders import Aim, ReminderChanges, RepeatWish, Wish
from portal.texts import require_prose
from portal.wire import Card, CardView, Instant, Patch, Request, Response

Text = Annotated[str, StringConstraints(max_length=2000), AfterValidator(require_prose)]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class RepeatBody(Request):
    """How a reminder comes again: a rule of RFC 5545, and the zone whose clock it means."""

    rule: ShortText
    time_zone: ShortText

    def to_wish(self) -> RepeatWish:
        """The domain's form."""
        return RepeatWish(self.rule, self.time_zone)


class RepeatView(Response):
    """How a reminder comes again."""

    rule: str
    time_zone: str


class SkipBody(Request):
    """The time that is left out: the next one, as it was seen."""

    occurrence: Instant


class NewReminder(Request):
    """Something to be reminded of."""

    at: Instant
    text: Text
    about: Card | None = None
    repeat: RepeatBody | None = None

    def to_wish(self) -> Wish:
        """The domain's form."""
        about = self.about.to_ref() if self.about else None
        return Wish(self.at, self.text, about, self.repeat.to_wish() if self.repeat else None)


class ReminderPatch(Patch):
    """The fields of a reminder to change; of one that comes again, at its next time or at all that follow."""

    at: Instant | None = None
    text: Text | None = None
    repeat: RepeatBody | None = None
    occurrence: Instant | None = None
    following: bool = False

    def to_changes(self) -> ReminderChanges:
        """The domain's form."""
        changes: dict[str, Any] = {
            name: value for name, value in self.sent().items() if name in {"at", "text"}
        }
        if self.repeat:
            changes["repeat"] = self.repeat.to_wish()
        return cast("ReminderChanges", changes)

    def to_aim(self) -> Aim:
        """Which times are meant."""
        return Aim(self.occurrence, self.following)


class ReminderView(Response):
    """A reminder of one's own."""

    id: str
    at: Instant
    text: str
    about: CardView | None
    created_at: Instant
    repeat: RepeatView | None

    @classmethod
    def of(cls, reminder: Reminder) -> Self:
        """The domain's form as it is sent."""
        repeat = reminder.repeat
        return cls(
            id=reminder.id,
            at=reminder.at,
            text=reminder.text,
            about=CardView.model_validate(reminder.about) if reminder.about else None,
            created_at=reminder.created_at,
            repeat=RepeatView(rule=repeat.text, time_zone=repeat.zone) if repeat else None,
        )
