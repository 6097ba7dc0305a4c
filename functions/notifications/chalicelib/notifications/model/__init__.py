"""Reminders, notifications, and the people who are told: words and rules."""

from chalicelib.notifications.model.deliveries import Delivery, DeliveryState
from chalicelib.notifications.model.inbox import Kind, Notification, notification_for
from chalicelib.notifications.model.people import Person
from chalicelib.notifications.model.reminders import SHARDS, Reminder, ReminderState
from chalicelib.notifications.model.words import Words, language_of

__all__ = [
    "SHARDS",
    "Delivery",
    "DeliveryState",
    "Kind",
    "Notification",
    "Person",
    "Reminder",
    "ReminderState",
    "Words",
    "language_of",
    "notification_for",
]
