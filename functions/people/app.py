"""People: composition root."""

from functools import cache
from typing import Any

from chalicelib.people.accounts import CognitoAccounts
from chalicelib.people.consumers import SUBSCRIPTIONS, add_first_owner, on_token_issued
from chalicelib.people.routes import routes
from chalicelib.people.service import Claims, Departments, Directory, People, Sessions
from chalicelib.people.store import PeopleStore
from portal.app import create_app
from portal.clock import utc_now
from portal.consuming import queue_consumer
from portal.ids import new_id
from portal.publishing import publisher
from portal.settings import Settings


def make_people(settings: Settings) -> People:
    """The feature on its table and user pool."""
    store = PeopleStore(settings["TABLE_NAME"])
    accounts = CognitoAccounts(settings["USER_POOL_ID"], settings["USER_POOL_CLIENT_ID"])
    return People(
        Sessions(store, accounts, utc_now, new_id),
        Directory(store, accounts, utc_now, new_id),
        Departments(store, utc_now, new_id),
    )


make_claims = cache(lambda: Claims(PeopleStore(Settings()["TABLE_NAME"]), utc_now))
consume_queue = queue_consumer(SUBSCRIPTIONS, make_people)
app = create_app(routes, make_people)


@app.lambda_function(name="publish")
def publish(event: dict[str, Any], context: object) -> None:
    """The table's stream."""
    publisher(event, context)


@app.lambda_function(name="consume")
def consume(event: dict[str, Any], context: object) -> dict[str, Any]:
    """The queue of events from the bus."""
    return consume_queue(event, context)


@app.lambda_function(name="bootstrap")
def bootstrap(event: dict[str, Any], _: object) -> dict[str, str | None]:
    """Whoever deployed the portal calls this once: ``{"name", "email", "password"}`` of the first owner."""
    return add_first_owner(make_people(Settings()), event)


@app.lambda_function(name="claims")
def claims(event: dict[str, Any], _: object) -> dict[str, Any]:
    """The user pool's trigger."""
    return on_token_issued(make_claims(), event)
