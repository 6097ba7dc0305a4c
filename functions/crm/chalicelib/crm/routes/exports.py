"""Exports: each list is exported at its own address, by the query with which it is read."""

from chalicelib.crm.model.companies import Company
from chalicelib.crm.model.contacts import Contact
from chalicelib.crm.model.leads import Lead
from chalicelib.crm.schemas.cards import FOLDERS
from chalicelib.crm.schemas.deals import DealQuery
from chalicelib.crm.schemas.exporting import (
    ExportColumns,
    ExportColumnsQuery,
    ExportPolicyBody,
    ExportPolicyView,
    ExportsQuery,
    ExportView,
    NewExport,
)
from chalicelib.crm.schemas.importing import FileLink
from chalicelib.crm.schemas.lists import CompanyQuery, ContactQuery, LeadQuery
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.changes import Selection
from chalicelib.crm.service.crm import Crm
from portal.cards import CardKind, CardRef
from portal.principals import Principal, Role
from portal.routes import STAFF, Answer, Request, Routes, only
from portal.wire import PageView

routes = Routes("crm")


@routes.post("/deals/exports", STAFF)
def export_deals(
    crm: Crm, caller: Principal, query: DealQuery, body: NewExport, request: Request
) -> Answer[ExportView]:
    """Export the deals that the same query would list; the page makes no difference."""
    which = crm.deals.selection(caller, query.to_filter(caller))
    return _begun(crm, caller, CardKind.DEAL, which, body, request)


@routes.post("/contacts/exports", STAFF)
def export_contacts(
    crm: Crm, caller: Principal, query: ContactQuery, body: NewExport, request: Request
) -> Answer[ExportView]:
    """Export the contacts that the same query would list."""
    return _begun(crm, caller, Contact.kind, query.to_selection(caller), body, request)


@routes.post("/companies/exports", STAFF)
def export_companies(
    crm: Crm, caller: Principal, query: CompanyQuery, body: NewExport, request: Request
) -> Answer[ExportView]:
    """Export the companies that the same query would list."""
    return _begun(crm, caller, Company.kind, query.to_selection(caller), body, request)


@routes.post("/leads/exports", STAFF)
def export_leads(
    crm: Crm, caller: Principal, query: LeadQuery, body: NewExport, request: Request
) -> Answer[ExportView]:
    """Export the leads that the same query would list."""
    return _begun(crm, caller, Lead.kind, query.to_selection(caller), body, request)


def _declare_giving(kind: CardKind) -> None:
    def give(crm: Crm, caller: Principal, card_id: str) -> Answer[ExportView]:
        """Record that what is kept of the person is taken out."""
        given = crm.exporting.give(caller, CardRef(kind, card_id))
        return Answer(ExportView.of(given), f"/api/crm/exports/{given.id}")

    give.__name__ = f"give_{kind}_data"
    routes.post(f"/{FOLDERS[kind]}/{{card_id}}/personal-data", only(Role.OWNER))(give)


for _kind in (CardKind.CONTACT, CardKind.LEAD):
    _declare_giving(_kind)


@routes.get("/exports", STAFF)
def exports(crm: Crm, caller: Principal, query: ExportsQuery) -> PageView[ExportView]:
    """One's own exports, or those of one's people, the newest first."""
    page = crm.exporting.page(caller, query.page(), team=query.whose == "team")
    return PageView.of(page.map(ExportView.of))


@routes.get("/exports/{export_id}", STAFF)
def export(crm: Crm, caller: Principal, export_id: str) -> ExportView:
    """One export, and how far it has come."""
    return ExportView.of(crm.exporting.find(caller, export_id))


@routes.get("/exports/{export_id}/file", STAFF)
def export_file(crm: Crm, caller: Principal, export_id: str) -> FileLink:
    """The finished file of one's own export."""
    return FileLink(url=crm.exporting.address(caller, export_id))


@routes.get("/export-columns", STAFF)
def export_columns(crm: Crm, query: ExportColumnsQuery) -> ExportColumns:
    """The columns that an exported table of such cards can have."""
    return ExportColumns.of(crm.exporting.columns(query.kind), query.language)


@routes.get("/export-policy", STAFF)
def export_policy(crm: Crm, caller: Principal) -> ExportPolicyView:
    """Who may export."""
    return ExportPolicyView.of(crm.exporting.policy(), caller)


@routes.put("/export-policy", only(Role.OWNER))
def set_export_policy(crm: Crm, caller: Principal, body: ExportPolicyBody) -> ExportPolicyView:
    """Say who may export."""
    return ExportPolicyView.of(crm.exporting.set_policy(body.to_policy()), caller)


def _begun(  # what each of the four lists has to say
    crm: Crm,
    caller: Principal,
    kind: CardKind,
    which: Selection,
    body: NewExport,
    request: Request,
) -> Answer[ExportView]:
    asking = Caller(caller, request.authorization or "")
    begun = crm.exporting.begin(asking, kind, which, body.to_shape())
    return Answer(ExportView.of(begun), f"/api/crm/exports/{begun.id}")
