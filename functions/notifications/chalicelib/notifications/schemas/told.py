"""Notifications and reminders, as they are taken and given over HTTP."""

from typing import Self

from chalicelib.notifications.model import Delivery, DeliveryState, Kind, Notification
from portal.paging import Page
from portal.wire import CardView, Instant, PageQuery, PageView, Response


class InboxQuery(PageQuery):
    """The query of the list of notifications."""

    unread: bool = False


class SourceView(Response):
    """Where a notification comes from."""

    event_id: str


class NotificationView(Response):
    """Something one was told."""

    id: str
    kind: Kind
    text: str
    about: list[CardView]
    at: Instant
    read: bool
    source: SourceView

    @classmethod
    def of(cls, notification: Notification) -> Self:
        """The domain's form as it is sent."""
        return cls(
            id=notification.id,
            kind=notification.kind,
            text=notification.text,
            about=[CardView.model_validate(card) for card in notification.about],
            at=notification.at,
            read=notification.read,
            source=SourceView(event_id=notification.event_id),
        )


class UnreadView(Response):
    """How many notifications are unread."""

    unread: int


class InboxView(PageView[NotificationView]):
    """A page of notifications, and how many are unread in all."""

    unread: int

    @classmethod
    def with_count(cls, page: Page[Notification], unread: int) -> Self:
        """The domain's form as it is sent."""
        items = [NotificationView.of(notification) for notification in page.items]
        return cls(items=items, next=page.next, unread=unread)


class DeliveryView(Response):
    """Where a notification went by a channel, when, and with what result."""

    channel: str
    state: DeliveryState
    at: Instant
    until: Instant | None
    digest: bool
    reason: str | None


class DeliveriesView(Response):
    """Where a notification went."""

    items: list[DeliveryView]

    @classmethod
    def of(cls, deliveries: list[Delivery]) -> Self:
        """The domain's form as it is sent."""
        return cls(items=[DeliveryView.model_validate(one) for one in deliveries])
