"""People: composition root."""

import secrets
from functools import cache
from typing import Any

from chalicelib.people.accounts import CognitoAccounts
from chalicelib.people.consumers import SUBSCRIPTIONS, add_first_owner, on_token_issued
from chalicelib.people.provider_rules import NO_PROVIDER, rules_of
from chalicelib.people.service import (
    Absences,
    Admission,
    Alerts,
    ByProvider,
    Claims,
    Departments,
    Directory,
    Ending,
    Erasing,
    Factors,
    Importing,
    Leaving,
    Letters,
    Limits,
    Noting,
    Passwords,
    People,
    Proofs,
    Reactions,
    Sessions,
)
from chalicelib.people.service.vouching import Provider
from chalicelib.people.store import (
    AbsencesTable,
    AttemptsTable,
    IdentitiesTable,
    LinksTable,
    PeopleStore,
    SecurityTable,
    SessionsTable,
    TicketsTable,
)
from chalicelib.people.store.erasures import ErasureAnswers
from portal.app import create_app
from portal.clock import utc_now
from portal.consuming import queue_consumer
from portal.ids import new_id
from portal.post import SesPost
from portal.publishing import publisher
from portal.settings import Settings

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


def make_people(settings: Settings) -> People:
    """What the API serves, on the feature's table and user pool."""
    store, accounts = PeopleStore(settings["TABLE_NAME"]), make_accounts(settings)
    book, security = SessionsTable(), SecurityTable()
    limits, noting = Limits(AttemptsTable(), utc_now), Noting(security, utc_now, new_id)
    departments = Departments(store, utc_now, new_id)
    proofs = Proofs(accounts, security, noting, limits, new_id)
    rules = rules_of(settings)
    sessions = Sessions(store, book, security, accounts, proofs, noting, utc_now, new_id, rules)
    return People(
        sessions,
        Directory(store, accounts, utc_now, new_id),
        departments,
        Passwords(store, LinksTable(), accounts, limits, utc_now, new_id),
        Ending(store, book, accounts, noting, utc_now, new_id),
        Factors(store, security, accounts, proofs, noting, make_recovery_code, utc_now, new_id),
        Leaving(store, utc_now, new_id),
        Importing(store, accounts, departments, utc_now, new_id),
        noting,
        security,
        ByProvider(
            rules,
            make_provider(settings) if rules else NO_PROVIDER,
            TicketsTable(),
            Admission(store, IdentitiesTable(), security, noting, utc_now, new_id),
            sessions,
            accounts,
            proofs,
            limits,
            make_secret,
            utc_now,
            new_id,
        ),
        Absences(store, AbsencesTable(), utc_now, new_id),
    )


def make_reactions(settings: Settings) -> Reactions:
    """What events are handed to, on the feature's table and user pool and in front of SES."""
    store, accounts = PeopleStore(settings["TABLE_NAME"]), make_accounts(settings)
    domain, portal_url = settings["MAIL_DOMAIN"], settings["PORTAL_URL"].rstrip("/")
    post = SesPost(domain)
    return Reactions(
        Directory(store, accounts, utc_now, new_id),
        Letters(
            store,
            LinksTable(),
            post,
            utc_now,
            make_secret,
            domain,
            portal_url,
            rules_of(settings),
        ),
        Alerts(store, SecurityTable(), post, utc_now, domain, portal_url),
        Erasing(store, accounts, ErasureAnswers(), utc_now, new_id),
        Absences(store, AbsencesTable(), utc_now, new_id),
    )


def make_provider(settings: Settings) -> Provider:
    """The company's own, where it has one."""
    from chalicelib.people.provider import OidcProvider  # noqa: PLC0415  # most starts have no use for signatures

    return OidcProvider.of(settings)


def make_accounts(settings: Settings) -> CognitoAccounts:
    """The accounts of the user pool."""
    return CognitoAccounts(settings["USER_POOL_ID"], settings["USER_POOL_CLIENT_ID"])


def make_secret() -> str:
    """What opens a link: 256 bits that nobody guesses."""
    return secrets.token_urlsafe(32)


def make_recovery_code() -> str:
    """Fifty bits in signs that nobody mistakes for each other; ten tries an hour get nowhere with them."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(10))
    return f"{signs[:5]}-{signs[5:]}"


def make_claims() -> Claims:
    """What the user pool's trigger asks, on the feature's table."""
    settings = Settings()
    store = PeopleStore(settings["TABLE_NAME"])
    return Claims(store, SecurityTable(), utc_now, rules_of(settings))


get_claims = cache(make_claims)
consume_queue = queue_consumer(SUBSCRIPTIONS, make_reactions)
app = create_app("people", make_people)


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
    return on_token_issued(get_claims(), event)
