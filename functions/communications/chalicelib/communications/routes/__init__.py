"""The public API of communications."""

from chalicelib.communications.routes import (
    communications,
    health,
    mailboxes,
    planning,
    signatures,
    templates,
)
from portal.routes import Routes

routes = Routes("communications")
for part in (mailboxes, health, planning, signatures, templates, communications):
    routes.include(part.routes)
