"""Notifications and reminders, as they are taken and given over HTTP."""

from typing import Annotated, Self, cast

from pydantic import AfterValidator, StringConstraints

from chalicelib.notifications.model import Delivery, DeliveryState, Kind, Notification, Reminder
from chalicelib.notifications.service.reminders import ReminderChanges, Wish
from portal.paging import Page
from portal.texts import require_prose
from portal.wire import Card, CardView, Instant, PageQuery, PageView, Patch, Request, Response

Text = Annotated[str, StringConstraints(max_length=2000), AfterValidator(require_prose)]


class NewReminder(Request):
    """Something to be reminded of."""

    at: Instant
    text: Text
    about: Card | None = None

    def to_wish(self) -> Wish:
        """The domain's form."""
        return Wish(self.at, self.text, self.about.to_ref() if self.about else None)


class ReminderPatch(Patch):
    """The fields of a reminder to change."""

    at: Instant | None = None
    text: Text | None = None

    def to_changes(self) -> ReminderChanges:
        """The domain's form."""
        return cast("ReminderChanges", self.sent())


class InboxQuery(PageQuery):
    """The query of the list of notifications."""

    unread: bool = False


class ReminderView(Response):
    """A reminder of one's own."""

    id: str
    at: Instant
    text: str
    about: CardView | None
    created_at: Instant

    @classmethod
    def of(cls, reminder: Reminder) -> Self:
        """The domain's form as it is sent."""
        return cls.model_validate(reminder)


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
