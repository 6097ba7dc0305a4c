"""Reminders, notifications, and the people who are told: words and rules."""

from chalicelib.notifications.model.deliveries import Delivery, DeliveryState, DueDigest
from chalicelib.notifications.model.inbox import Kind, Notification, notification_for
from chalicelib.notifications.model.people import Person
from chalicelib.notifications.model.preferences import (
    ALWAYS_IN_PORTAL,
    DEFAULT_ZONE,
    Digest,
    DigestMode,
    Preferences,
)
from chalicelib.notifications.model.quiet import Quiet
from chalicelib.notifications.model.reminders import SHARDS, GoingOn, Reminder, ReminderState
from chalicelib.notifications.model.words import Words, language_of

__all__ = [
    "ALWAYS_IN_PORTAL",
    "DEFAULT_ZONE",
    "SHARDS",
    "Delivery",
    "DeliveryState",
    "Digest",
    "DigestMode",
    "DueDigest",
    "GoingOn",
    "Kind",
    "Notification",
    "Person",
    "Preferences",
    "Quiet",
    "Reminder",
    "ReminderState",
    "Words",
    "language_of",
    "notification_for",
]
