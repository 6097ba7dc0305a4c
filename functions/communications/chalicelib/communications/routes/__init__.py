"""The public API of communications."""

from chalicelib.communications.routes import communications, mailboxes, planning, signatures
from portal.routes import Routes

routes = Routes("communications")
for part in (mailboxes, planning, signatures, communications):
    routes.include(part.routes)
