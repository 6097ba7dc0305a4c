"""What people were told, with the count of what they have not read."""

from contextlib import suppress

from pynamodb.expressions.update import Action

from chalicelib.notifications.model import Kind, Notification
from chalicelib.notifications.store.items import CounterItem, NotificationItem, to_cards
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read, read_page
from portal.errors import ConflictError
from portal.events import Event
from portal.paging import Page, PageRequest


class AlreadyDoneError(ConflictError):
    """The write was made before."""


class InboxTable:
    """Maps notifications to items and back; the count is part of every write that changes it."""

    def add(self, notification: Notification, event: Event) -> None:
        """Stores a notification and counts it, unless it is there."""
        with suppress(AlreadyDoneError):
            adding(notification, event).commit()

    def notification(self, person_id: str, notification_id: str) -> Notification | None:
        """One notification of that person."""
        item = read(NotificationItem, f"inbox#{person_id}", notification_id, consistent=True)
        return _to_notification(item) if item else None

    def notifications(
        self, person_id: str, page: PageRequest, *, unread: bool
    ) -> Page[Notification]:
        """The person's notifications, newest first."""
        found = (
            read_page(NotificationItem.unread, person_id, page)
            if unread
            else read_page(NotificationItem, f"inbox#{person_id}", page)
        )
        return found.map(_to_notification)

    def unread(self, person_id: str) -> int:
        """How many of them are unread."""
        item = read(CounterItem, f"counter#{person_id}", "unread", consistent=True)
        return int(item.unread_count) if item else 0

    def mark_read(self, notification: Notification) -> None:
        """Marks it as read and counts it off, unless that was done."""
        item = NotificationItem(f"inbox#{notification.person_id}", notification.id)
        actions: list[Action] = [
            NotificationItem.read.set(True),
            NotificationItem.unread_by.remove(),
        ]
        writes = Writes().update(
            item,
            actions,
            must=NotificationItem.unread_by.exists(),
            otherwise=AlreadyDoneError("This was read before."),
        )
        with suppress(AlreadyDoneError):
            _counted(writes, notification.person_id, -1).commit()


def adding(notification: Notification, event: Event) -> Writes:
    """The writes that store a notification, for a transaction that may do more.

    They raise `AlreadyDoneError` when it is there.
    """
    item = NotificationItem(
        f"inbox#{notification.person_id}",
        notification.id,
        person_id=notification.person_id,
        kind=str(notification.kind),
        text=notification.text,
        about=[str(card) for card in notification.about],
        at=to_wire(notification.at),
        event_id=notification.event_id,
        mail=notification.mail,
        read=notification.read,
        silent=notification.silent,
    ).announce(event)
    if not notification.read:
        item.unread_by = notification.person_id
    writes = Writes().put(
        item,
        must=NotificationItem.pk.does_not_exist(),
        otherwise=AlreadyDoneError("This was told before."),
    )
    return writes if notification.read else _counted(writes, notification.person_id, 1)


def _counted(writes: Writes, person_id: str, change: int) -> Writes:
    counter = CounterItem(f"counter#{person_id}", "unread")
    return writes.update(counter, [CounterItem.unread_count.add(change)])


def _to_notification(item: NotificationItem) -> Notification:
    return Notification(
        id=item.sk,
        person_id=item.person_id,
        kind=Kind(item.kind),
        text=item.text,
        about=to_cards(item.about),
        at=from_wire(item.at),
        event_id=item.event_id,
        mail=item.mail,
        read=item.read,
        silent=bool(item.silent),
    )
