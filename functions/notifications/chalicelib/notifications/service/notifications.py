"""The feature as two objects: what its routes call, and what its consumers call."""

from chalicelib.notifications.service.delivering import Delivering
from chalicelib.notifications.service.directory import Directory
from chalicelib.notifications.service.erasing import Erasing
from chalicelib.notifications.service.handing import Handing
from chalicelib.notifications.service.inbox import Inbox
from chalicelib.notifications.service.reminders import Reminders
from chalicelib.notifications.service.telling import Telling
from chalicelib.notifications.service.waiting import Waiting
from chalicelib.notifications.service.wishes import Wishes
from portal.values import dataclass


@dataclass(frozen=True)
class Notifications:
    """What a person does with his own."""

    reminders: Reminders
    inbox: Inbox
    wishes: Wishes


@dataclass(frozen=True)
class Reactions:
    """What happens by itself."""

    directory: Directory
    telling: Telling
    waiting: Waiting
    delivering: Delivering
    handing: Handing
    erasing: Erasing
