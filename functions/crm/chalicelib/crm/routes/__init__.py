"""The public API of crm.

Every card's id is ``{card_id}`` in a path: API Gateway takes one name at one position.
"""

from portal.routes import Routes

routes = Routes("crm")
