"""The public API of communications."""

from chalicelib.communications.routes import communications, mailboxes
from portal.routes import Routes

routes = Routes("communications")
for part in (mailboxes, communications):
    routes.include(part.routes)
