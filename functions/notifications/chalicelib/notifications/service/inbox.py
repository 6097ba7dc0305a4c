"""What a person was told."""

from dataclasses import replace

from chalicelib.notifications.model import Delivery, DeliveryState, Notification
from chalicelib.notifications.service.delivering import MAIL, SWITCHED_OFF
from chalicelib.notifications.service.ports import DeliveriesStore, InboxStore
from portal.errors import NotFoundError
from portal.paging import Page, PageRequest
from portal.principals import Principal
from portal.values import dataclass

PORTAL = "portal"
AT_ONCE = 50
"""How many are marked as read by one request; the answer says how many are left."""


@dataclass(frozen=True)
class Inbox:
    """A person's own notifications; nobody sees another's."""

    store: InboxStore
    log: DeliveriesStore

    def mine(
        self, caller: Principal, page: PageRequest, *, unread: bool
    ) -> tuple[Page[Notification], int]:
        """A page of them, newest first, and how many are unread in all."""
        found = self.store.notifications(caller.id, page, unread=unread)
        return found, self.store.unread(caller.id)

    def read(self, caller: Principal, notification_id: str) -> Notification:
        """The notification, read.

        Raises:
            NotFoundError: there is none, or it is somebody else's.
        """
        notification = self._own(caller, notification_id)
        if not notification.read:
            self.store.mark_read(notification)
        return replace(notification, read=True)

    def deliveries(self, caller: Principal, notification_id: str) -> list[Delivery]:
        """Where the notification went: the portal first, then each channel.

        Raises:
            NotFoundError: there is none, or it is somebody else's.
        """
        told = self._own(caller, notification_id)
        logged = {one.channel: one for one in self.log.log_of(told.id)}
        return [_in_portal(told), logged.get(MAIL, _not_logged(told))]

    def read_all(self, caller: Principal) -> int:
        """Marks the newest unread ones as read, and says how many are left."""
        page = self.store.notifications(caller.id, PageRequest(AT_ONCE), unread=True)
        for notification in page.items:
            self.store.mark_read(notification)
        return self.store.unread(caller.id)

    def _own(self, caller: Principal, notification_id: str) -> Notification:
        notification = self.store.notification(caller.id, notification_id)
        if notification is None:
            raise NotFoundError("There is no such notification.")
        return notification


def _in_portal(told: Notification) -> Delivery:
    state = DeliveryState.SKIPPED if told.silent else DeliveryState.SENT
    return Delivery(told.id, PORTAL, state, told.at, reason=SWITCHED_OFF if told.silent else None)


def _not_logged(told: Notification) -> Delivery:
    state = DeliveryState.SENDING if told.mail else DeliveryState.SKIPPED
    return Delivery(told.id, MAIL, state, told.at, reason=None if told.mail else SWITCHED_OFF)
