"""The public API of communications."""

from chalicelib.communications.routes import (
    bad_addresses,
    communications,
    folders,
    health,
    mailboxes,
    planning,
    rules,
    signatures,
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
    signatures,
    templates,
    communications,
):
    routes.include(part.routes)
