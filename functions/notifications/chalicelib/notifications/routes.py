"""The public API of notifications."""

from http import HTTPStatus

from chalicelib.notifications import schemas
from chalicelib.notifications.service import Notifications
from portal.principals import Principal
from portal.routes import SIGNED_IN, STAFF, Answer, Request, Routes
from portal.wire import PageQuery, PageView

routes = Routes("notifications")


@routes.post("/reminders", STAFF)
def add_reminder(
    notifications: Notifications, caller: Principal, body: schemas.NewReminder, request: Request
) -> Answer[schemas.ReminderView]:
    """Be reminded of something, about a card or by itself."""
    reminder = notifications.reminders.add(caller, request.authorization, body.to_wish())
    path = f"/api/notifications/reminders/{reminder.id}"
    return Answer(schemas.ReminderView.of(reminder), path)


@routes.get("/reminders", STAFF)
def reminders(
    notifications: Notifications, caller: Principal, query: PageQuery
) -> PageView[schemas.ReminderView]:
    """My pending reminders, the next one first."""
    page = notifications.reminders.upcoming(caller, query.page())
    return PageView.of(page.map(schemas.ReminderView.of))


@routes.patch("/reminders/{reminder_id}", STAFF)
def change_reminder(
    notifications: Notifications, caller: Principal, reminder_id: str, body: schemas.ReminderPatch
) -> schemas.ReminderView:
    """Be reminded at another time, or in other words."""
    changed = notifications.reminders.change(caller, reminder_id, body.to_changes(), body.to_aim())
    return schemas.ReminderView.of(changed)


@routes.post("/reminders/{reminder_id}/skip", STAFF, HTTPStatus.OK)
def skip_reminder(
    notifications: Notifications, caller: Principal, reminder_id: str, body: schemas.SkipBody
) -> schemas.ReminderView:
    """Leave out the next time of a reminder that comes again."""
    moved = notifications.reminders.skip(caller, reminder_id, body.occurrence)
    return schemas.ReminderView.of(moved)


@routes.delete("/reminders/{reminder_id}", STAFF)
def cancel_reminder(notifications: Notifications, caller: Principal, reminder_id: str) -> None:
    """Take a reminder back."""
    notifications.reminders.cancel(caller, reminder_id)


@routes.get("", SIGNED_IN)
def inbox(
    notifications: Notifications, caller: Principal, query: schemas.InboxQuery
) -> schemas.InboxView:
    """What I was told, newest first."""
    page, unread = notifications.inbox.mine(caller, query.page(), unread=query.unread)
    return schemas.InboxView.with_count(page, unread)


@routes.post("/{notification_id}/read", SIGNED_IN, HTTPStatus.OK)
def mark_read(
    notifications: Notifications, caller: Principal, notification_id: str
) -> schemas.NotificationView:
    """Mark a notification as read."""
    return schemas.NotificationView.of(notifications.inbox.read(caller, notification_id))


@routes.post("/read-all", SIGNED_IN, HTTPStatus.OK)
def mark_all_read(notifications: Notifications, caller: Principal) -> schemas.UnreadView:
    """Mark the fifty newest unread ones as read; repeat while any are left."""
    return schemas.UnreadView(unread=notifications.inbox.read_all(caller))


@routes.get("/{notification_id}/deliveries", SIGNED_IN)
def deliveries(
    notifications: Notifications, caller: Principal, notification_id: str
) -> schemas.DeliveriesView:
    """Where a notification went."""
    return schemas.DeliveriesView.of(notifications.inbox.deliveries(caller, notification_id))


@routes.get("/preferences", STAFF)
def preferences(notifications: Notifications, caller: Principal) -> schemas.PreferencesView:
    """How I want to be told."""
    return schemas.PreferencesView.of(notifications.wishes.mine(caller))


@routes.put("/preferences", STAFF)
def choose_preferences(
    notifications: Notifications, caller: Principal, body: schemas.PreferencesBody
) -> schemas.PreferencesView:
    """Be told in another way."""
    return schemas.PreferencesView.of(notifications.wishes.choose(caller, body.to_preferences()))
