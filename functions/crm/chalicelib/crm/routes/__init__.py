"""The public API of crm.

Every card's id is ``{card_id}`` in a path: API Gateway takes one name at one position.
"""

from chalicelib.crm.routes import (
    absences,
    access,
    companies,
    contacts,
    deals,
    duplicates,
    erasures,
    exports,
    fields,
    history,
    imports,
    leads,
    merging,
    pipelines,
    pulse,
    rounds,
    search,
    timeline,
    viewers,
    views,
)
from portal.routes import Routes

routes = Routes("crm")
for part in (
    contacts,
    companies,
    leads,
    deals,
    pipelines,
    fields,
    access,
    timeline,
    search,
    history,
    viewers,
    imports,
    pulse,
    rounds,
    merging,
    duplicates,
    erasures,
    exports,
    views,
    absences,
):
    routes.include(part.routes)
