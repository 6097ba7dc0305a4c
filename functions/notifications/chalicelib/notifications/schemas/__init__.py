"""What notifications takes and gives over HTTP."""

from chalicelib.notifications.schemas.preferences import PreferencesBody, PreferencesView
from chalicelib.notifications.schemas.reminders import (
    NewReminder,
    ReminderPatch,
    ReminderView,
    SkipBody,
)
from chalicelib.notifications.schemas.told import (
    DeliveriesView,
    InboxQuery,
    InboxView,
    NotificationView,
    UnreadView,
)

__all__ = [
    "DeliveriesView",
    "InboxQuery",
    "InboxView",
    "NewReminder",
    "NotificationView",
    "PreferencesBody",
    "PreferencesView",
    "ReminderPatch",
    "ReminderView",
    "SkipBody",
    "UnreadView",
]
