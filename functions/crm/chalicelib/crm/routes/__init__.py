"""The public API of crm.

Every card's id is ``{card_id}`` in a path: API Gateway takes one name at one position.
"""

from portal.routes import Routes

_PARTS = (
    "absences",
    "access",
    "companies",
    "contacts",
    "deals",
    "duplicates",
    "erasures",
    "exports",
    "fields",
    "history",
    "imports",
    "leads",
    "merging",
    "pipelines",
    "pulse",
    "rounds",
    "search",
    "timeline",
    "viewers",
    "views",
)

routes = Routes("crm", (f"{__name__}.{part}" for part in _PARTS))
