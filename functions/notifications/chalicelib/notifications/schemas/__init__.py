"""What notifications takes and gives over HTTP."""

from chalicelib.notifications.schemas.preferences import PreferencesBody, PreferencesView
from chalicelib.notifications.schemas.told import (
    DeliveriesView,
    InboxQuery,
    InboxView,
    NewReminder,
    NotificationView,
    ReminderPatch,
    ReminderView,
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
    "UnreadView",
]
