"""Notifications: composition root."""

from functools import cache
from typing import Any

from chalicelib.notifications.cards import CrmCards
from chalicelib.notifications.consumers import SUBSCRIPTIONS, on_minute
from chalicelib.notifications.routes import routes
from chalicelib.notifications.service import (
    Delivering,
    Directory,
    Handing,
    Inbox,
    Notifications,
    Reactions,
    Reminders,
    Telling,
    Ticking,
)
from chalicelib.notifications.store import (
    DeliveryLog,
    InboxTable,
    PeopleTable,
    RemindersTable,
    use_table,
)
from portal.app import create_app
from portal.clock import utc_now
from portal.consuming import queue_consumer
from portal.ids import new_id
from portal.post import SesPost
from portal.publishing import publisher
from portal.settings import Settings


def make_notifications(settings: Settings) -> Notifications:
    """What the API serves, on the feature's table and beside crm."""
    use_table(settings["TABLE_NAME"])
    reminders = Reminders(RemindersTable(), CrmCards(settings["CRM_API"]), utc_now, new_id)
    return Notifications(reminders, Inbox(InboxTable()))


def make_reactions(settings: Settings) -> Reactions:
    """What events are handed to, on the feature's table and in front of SES."""
    use_table(settings["TABLE_NAME"])
    people, inbox = PeopleTable(), InboxTable()
    domain, portal_url = settings["MAIL_DOMAIN"], settings["PORTAL_URL"].rstrip("/")
    return Reactions(
        Directory(people),
        Telling(inbox, people, utc_now, new_id),
        Delivering(DeliveryLog(), people, SesPost(domain), utc_now, domain, portal_url),
        Handing(RemindersTable()),
    )


@cache
def make_ticking() -> Ticking:
    """The part that ticks, which needs the table alone."""
    use_table(Settings()["TABLE_NAME"])
    return Ticking(RemindersTable(), utc_now, new_id)


consume_queue = queue_consumer(SUBSCRIPTIONS, make_reactions)
app = create_app(routes, make_notifications)


@app.lambda_function(name="publish")
def publish(event: dict[str, Any], context: object) -> None:
    """The table's stream."""
    publisher(event, context)


@app.lambda_function(name="consume")
def consume(event: dict[str, Any], context: object) -> dict[str, Any]:
    """The queue of events from the bus."""
    return consume_queue(event, context)


@app.lambda_function(name="tick")
def tick(_: dict[str, Any], __: object) -> None:
    """The schedule, each minute."""
    on_minute(make_ticking())
