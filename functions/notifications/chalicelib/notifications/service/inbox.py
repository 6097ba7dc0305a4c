"""What a person was told."""

from dataclasses import dataclass, replace

from chalicelib.notifications.model import Notification
from chalicelib.notifications.service.ports import InboxStore
from portal.errors import NotFoundError
from portal.paging import Page, PageRequest
from portal.principals import Principal

AT_ONCE = 50
"""How many are marked as read by one request; the answer says how many are left."""


@dataclass(frozen=True)
class Inbox:
    """A person's own notifications; nobody sees another's."""

    store: InboxStore

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
        notification = self.store.notification(caller.id, notification_id)
        if notification is None:
            raise NotFoundError("There is no such notification.")
        if not notification.read:
            self.store.mark_read(notification)
        return replace(notification, read=True)

    def read_all(self, caller: Principal) -> int:
        """Marks the newest unread ones as read, and says how many are left."""
        page = self.store.notifications(caller.id, PageRequest(AT_ONCE), unread=True)
        for notification in page.items:
            self.store.mark_read(notification)
        return self.store.unread(caller.id)
