"""The use cases of notifications."""

from chalicelib.notifications.service.delivering import Delivering
from chalicelib.notifications.service.digesting import Digesting
from chalicelib.notifications.service.directory import Directory
from chalicelib.notifications.service.erasing import Erasing
from chalicelib.notifications.service.handing import Handing
from chalicelib.notifications.service.inbox import Inbox
from chalicelib.notifications.service.letters import Letters
from chalicelib.notifications.service.notifications import Notifications, Reactions
from chalicelib.notifications.service.reminders import Reminders
from chalicelib.notifications.service.telling import Telling
from chalicelib.notifications.service.ticking import Ticking
from chalicelib.notifications.service.waiting import Waiting
from chalicelib.notifications.service.wishes import Wishes

__all__ = [
    "Delivering",
    "Digesting",
    "Directory",
    "Erasing",
    "Handing",
    "Inbox",
    "Letters",
    "Notifications",
    "Reactions",
    "Reminders",
    "Telling",
    "Ticking",
    "Waiting",
    "Wishes",
]
