"""What neighbours ask on behalf of a person: which of these cards are his to see."""

from chalicelib.crm.schemas.cards import AccessList, AccessQuery
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import SIGNED_IN, Routes

routes = Routes("crm")


@routes.get("/access", SIGNED_IN)
def access(crm: Crm, caller: Principal, query: AccessQuery) -> AccessList:
    """Those of the cards that the caller may see, with their audience."""
    return AccessList.of(crm.access.visible(caller, query.to_refs()), caller)
