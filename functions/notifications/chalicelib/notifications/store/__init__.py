"""The table of notifications."""

from chalicelib.notifications.store.deliveries import DeliveryLog
from chalicelib.notifications.store.digests import DigestsTable
from chalicelib.notifications.store.inbox import InboxTable
from chalicelib.notifications.store.items import TABLE, use_table
from chalicelib.notifications.store.people import PeopleTable
from chalicelib.notifications.store.reminders import RemindersTable

__all__ = [
    "TABLE",
    "DeliveryLog",
    "DigestsTable",
    "InboxTable",
    "PeopleTable",
    "RemindersTable",
    "use_table",
]
