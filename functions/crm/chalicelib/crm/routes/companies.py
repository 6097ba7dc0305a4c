"""Companies."""

from chalicelib.crm.model.companies import Company
from chalicelib.crm.schemas.companies import CompanyPatch, CompanyView, NewCompany
from chalicelib.crm.schemas.lists import CompanyQuery
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Answer, Request, Routes
from portal.wire import PageView

routes = Routes("crm")


@routes.get("/companies", STAFF)
def companies(crm: Crm, caller: Principal, query: CompanyQuery) -> PageView[CompanyView]:
    """The companies that the caller may see, newest first or as sorted."""
    page = crm.book.page(caller, Company, query.page(), query.to_selection(caller))
    return PageView.of(page.map(lambda company: CompanyView.of(company, caller)))


@routes.post("/companies", STAFF)
def add_company(
    crm: Crm, caller: Principal, body: NewCompany, request: Request
) -> Answer[CompanyView]:
    """Add a company."""
    company = crm.book.add(Caller(caller, request.authorization or ""), Company, body.to_values())
    view = CompanyView.of(company, caller)
    return Answer(view, f"/api/crm/companies/{company.id}", company.version)


@routes.get("/companies/{card_id}", STAFF)
def company(crm: Crm, caller: Principal, card_id: str) -> Answer[CompanyView]:
    """One company."""
    found = crm.book.find(caller, Company, card_id)
    return Answer(CompanyView.of(found, caller), version=found.version)


@routes.patch("/companies/{card_id}", STAFF)
def change_company(
    crm: Crm, caller: Principal, card_id: str, body: CompanyPatch, request: Request
) -> Answer[CompanyView]:
    """Change a company."""
    changed = crm.book.change(
        Caller(caller, request.authorization or ""),
        Company,
        card_id,
        body.to_values(),
        request.if_match,
    )
    return Answer(CompanyView.of(changed, caller), version=changed.version)
