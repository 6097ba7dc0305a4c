"""Leads."""

from chalicelib.crm.model.leads import Lead
from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.schemas.converting import ConvertedView, LeadConversion
from chalicelib.crm.schemas.leads import LeadPatch, LeadView, NewLead
from chalicelib.crm.schemas.lists import LeadQuery
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Answer, Request, Routes
from portal.wire import PageView

routes = Routes("crm")


@routes.get("/leads", STAFF)
def leads(crm: Crm, caller: Principal, query: LeadQuery) -> PageView[LeadView]:
    """The leads that the caller may see, newest first or as sorted."""
    page = crm.book.page(caller, Lead, query.page(), query.to_selection(caller))
    return PageView.of(page.map(lambda lead: LeadView.of(lead, caller)))


@routes.post("/leads", STAFF)
def add_lead(crm: Crm, caller: Principal, body: NewLead, request: Request) -> Answer[LeadView]:
    """Add a lead."""
    lead = crm.book.add(Caller(caller, request.authorization or ""), Lead, body.to_values())
    view = LeadView.of(lead, caller)
    return Answer(view, f"/api/crm/leads/{lead.id}", lead.version)


@routes.get("/leads/{card_id}", STAFF)
def lead(crm: Crm, caller: Principal, card_id: str) -> Answer[LeadView]:
    """One lead."""
    found = crm.book.find(caller, Lead, card_id)
    return Answer(LeadView.of(found, caller), version=found.version)


@routes.patch("/leads/{card_id}", STAFF)
def change_lead(
    crm: Crm, caller: Principal, card_id: str, body: LeadPatch, request: Request
) -> Answer[LeadView]:
    """Change a lead."""
    changed = crm.book.change(
        Caller(caller, request.authorization or ""),
        Lead,
        card_id,
        body.to_values(),
        request.if_match,
    )
    return Answer(LeadView.of(changed, caller), version=changed.version)


@routes.post("/leads/{card_id}/convert", STAFF)
def convert_lead(
    crm: Crm, caller: Principal, card_id: str, body: LeadConversion, request: Request
) -> Answer[ConvertedView]:
    """Turn a lead into a contact, and into a company and a deal where they are given."""
    asking = Caller(caller, request.authorization or "")
    done = crm.converting.convert(asking, card_id, body.to_wanted(), request.if_match)
    main = done.cards[0]
    location = f"/api/crm/{FOLDERS[main.kind]}/{main.id}"
    return Answer(ConvertedView.of(done, caller), location, done.lead.version)
