"""Who sees the cards, and why: the same route for each kind."""

from chalicelib.crm.model.cards import Record
from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.deals import Deal
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.schemas.viewers import SightView
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Request, Routes

routes = Routes("crm")


def _declare_viewers(record: type[Record]) -> None:
    def viewers(crm: Crm, caller: Principal, card_id: str, request: Request) -> SightView:
        """Who sees the card now, and by which right."""
        asking = Caller(caller, request.authorization or "")
        return SightView.of(crm.viewers.of(asking, record, card_id))

    viewers.__name__ = f"{record.kind}_viewers"
    routes.get(f"/{FOLDERS[record.kind]}/{{card_id}}/viewers", STAFF)(viewers)


for _record in (Contact, Company, Lead, Deal):
    _declare_viewers(_record)
