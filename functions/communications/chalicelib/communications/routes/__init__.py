"""The public API of communications."""

from chalicelib.communications.routes import (
    bad_addresses,
    communications,
    folders,
    health,
    mailboxes,
    planning,
    replays,
    rules,
    signatures,
    skipped,
    templates,
)
from portal.routes import Routes

routes = Routes("communications")
for part in (
    bad_addresses,
    mailboxes,
    rules,
    folders,
    health,
    planning,
    replays,
    signatures,
    skipped,
    templates,
    communications,
):
    routes.include(part.routes)
