"""What notifications announces."""

from datetime import datetime

from chalicelib.notifications.model import Notification, Reminder
from portal.clock import to_wire
from portal.erasure import StepErased
from portal.events import Event
from portal.principals import employee_grant
from portal.values import dataclass


@dataclass(frozen=True)
class ReminderFired:
    """A reminder went off."""

    type = "notifications.reminder_fired"
    version = 1

    reminder: Reminder

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        reminder = self.reminder
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            about=reminder.cards,
            audience=frozenset({employee_grant(reminder.person_id)}),
            data={
                "reminder_id": reminder.id,
                "person_id": reminder.person_id,
                "text": reminder.text,
            },
        )


@dataclass(frozen=True)
class ReminderChanged:
    """A reminder was set, put off, put in other words, or taken off: with `gone` it is no longer to be done.

    One that has gone off is still to be done, late, until its person takes it off.
    """

    type = "notifications.reminder_changed"
    version = 1

    reminder: Reminder
    person_name: str
    gone: bool = False

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels; colleagues are shown it on the card alone."""
        reminder = self.reminder
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            about=reminder.cards,
            audience=frozenset({employee_grant(reminder.person_id)}),
            data={
                "reminder_id": reminder.id,
                "person_id": reminder.person_id,
                "person_name": self.person_name,
                "text": reminder.text,
                "due_at": None if self.gone else to_wire(reminder.at),
                "cards": [{"kind": str(card.kind), "id": card.id} for card in reminder.cards],
            },
        )


@dataclass(frozen=True)
class NotificationAdded:
    """A person was told something in the portal; with `mail` it is to go to his address as well."""

    type = "notifications.notification_added"
    version = 1

    notification: Notification

    def to_event(self, event_id: str, occurred_at: datetime) -> Event:
        """The event as it travels."""
        told = self.notification
        return Event(
            id=event_id,
            type=self.type,
            version=self.version,
            occurred_at=occurred_at,
            about=told.about,
            audience=frozenset({employee_grant(told.person_id)}),
            data={
                "notification": {
                    "id": told.id,
                    "kind": str(told.kind),
                    "text": told.text,
                    "about": [{"kind": str(card.kind), "id": card.id} for card in told.about],
                    "at": to_wire(told.at),
                    "source": {"event_id": told.event_id},
                },
                "person_id": told.person_id,
                "mail": told.mail,
            },
        )


class PersonalDataErased(StepErased):
    """What this feature kept of a person is erased, as far as one step goes."""

    type = "notifications.personal_data_erased"
