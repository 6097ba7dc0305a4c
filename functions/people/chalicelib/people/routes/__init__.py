"""The public API of people.

Every person's id is ``{person_id}`` in a path: API Gateway takes one name at one position.
"""

from portal.routes import Routes

_PARTS = (
    "absences",
    "clients",
    "departments",
    "directory",
    "passwords",
    "provider",
    "security",
    "sessions",
    "signing_in",
)

routes = Routes("people", (f"{__name__}.{part}" for part in _PARTS))
