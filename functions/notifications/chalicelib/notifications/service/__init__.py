"""The use cases of notifications."""

from chalicelib.notifications.service.delivering import Delivering
from chalicelib.notifications.service.directory import Directory
from chalicelib.notifications.service.handing import Handing
from chalicelib.notifications.service.inbox import Inbox
from chalicelib.notifications.service.notifications import Notifications, Reactions
from chalicelib.notifications.service.reminders import Reminders
from chalicelib.notifications.service.telling import Telling
from chalicelib.notifications.service.ticking import Ticking

__all__ = [
    "Delivering",
    "Directory",
    "Handing",
    "Inbox",
    "Notifications",
    "Reactions",
    "Reminders",
    "Telling",
    "Ticking",
]
