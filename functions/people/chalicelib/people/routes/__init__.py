"""The public API of people.

Every person's id is ``{person_id}`` in a path: API Gateway takes one name at one position.
"""

from chalicelib.people.routes import (
    absences,
    clients,
    departments,
    directory,
    passwords,
    provider,
    security,
    sessions,
    signing_in,
)
from portal.routes import Routes

routes = Routes("people")
for part in (
    signing_in,
    passwords,
    directory,
    clients,
    departments,
    sessions,
    security,
    provider,
    absences,
):
    routes.include(part.routes)
