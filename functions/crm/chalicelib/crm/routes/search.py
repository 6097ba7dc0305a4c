"""Search in all the cards."""

from chalicelib.crm.schemas.search import FoundList, SearchQuery
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Routes

routes = Routes("crm")


@routes.get("/search", STAFF)
def search(crm: Crm, caller: Principal, query: SearchQuery) -> FoundList:
    """The cards that the caller may see and that have a word for each that was typed."""
    return FoundList.of(crm.search.find(caller, query.q, query.limit))
