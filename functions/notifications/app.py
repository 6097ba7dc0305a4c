"""Notifications: composition root."""

from functools import cache
from typing import Any

from chalicelib.notifications.cards import CrmCards
from chalicelib.notifications.consumers import SUBSCRIPTIONS, on_minute
from chalicelib.notifications.service import (
    Delivering,
    Digesting,
    Directory,
    Erasing,
    Handing,
    Inbox,
    Letters,
    Notifications,
    Reactions,
    Reminders,
    Telling,
    Ticking,
    Waiting,
    Wishes,
)
from chalicelib.notifications.store import (
    DeliveryLog,
    DigestsTable,
    InboxTable,
    PeopleTable,
    RemindersTable,
    use_table,
)
from chalicelib.notifications.store.erasures import ErasureAnswers
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
    inbox = Inbox(InboxTable(), DeliveryLog())
    return Notifications(reminders, inbox, Wishes(PeopleTable()))


def make_reactions(settings: Settings) -> Reactions:
    """What events are handed to, on the feature's table and in front of SES."""
    use_table(settings["TABLE_NAME"])
    people, inbox = PeopleTable(), InboxTable()
    post, letters = _post(settings)
    return Reactions(
        Directory(people),
        Telling(inbox, people, utc_now, new_id),
        Waiting(inbox, people, utc_now, new_id),
        Delivering(DeliveryLog(), people, post, utc_now, letters),
        Handing(RemindersTable(), utc_now, new_id),
        Erasing(ErasureAnswers(), utc_now, new_id),
    )


@cache
def make_ticking() -> Ticking:
    """The part that fires reminders, which needs the table alone."""
    use_table(Settings()["TABLE_NAME"])
    return Ticking(RemindersTable(), PeopleTable(), utc_now, new_id)


@cache
def make_digesting() -> Digesting:
    """The part that sends what was held."""
    settings = Settings()
    use_table(settings["TABLE_NAME"])
    post, letters = _post(settings)
    return Digesting(DigestsTable(), PeopleTable(), post, utc_now, letters)


def _post(settings: Settings) -> tuple[SesPost, Letters]:
    domain = settings["MAIL_DOMAIN"]
    return SesPost(domain), Letters(domain, settings["PORTAL_URL"].rstrip("/"))


consume_queue = queue_consumer(SUBSCRIPTIONS, make_reactions)
app = create_app("notifications", make_notifications)


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
    on_minute(make_ticking(), make_digesting())
