"""Imports."""

from http import HTTPStatus

from chalicelib.crm.schemas.columns import ColumnsBody, LookView
from chalicelib.crm.schemas.importing import (
    BegunImport,
    FileLink,
    ImportView,
    NewImport,
    ResultQuery,
    ResultView,
)
from chalicelib.crm.service.cards import Caller
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Answer, Request, Routes
from portal.wire import PageQuery, PageView

routes = Routes("crm")


@routes.get("/imports", STAFF)
def imports(crm: Crm, caller: Principal, query: PageQuery) -> PageView[ImportView]:
    """One's own imports, or everybody's to an owner of the portal, the newest first."""
    return PageView.of(crm.importing.page(caller, query.page()).map(ImportView.of))


@routes.post("/imports", STAFF)
def begin_import(crm: Crm, caller: Principal, body: NewImport) -> Answer[BegunImport]:
    """Begin an import, and learn where its file goes."""
    job, form = crm.importing.begin(caller, body.kind, body.to_file(), body.language)
    return Answer(BegunImport.of(job, form), f"/api/crm/imports/{job.id}")


@routes.get("/imports/{import_id}", STAFF)
def import_(crm: Crm, caller: Principal, import_id: str) -> ImportView:
    """One import, and how far it has come."""
    return ImportView.of(crm.importing.find(caller, import_id))


@routes.get("/imports/{import_id}/columns", STAFF)
def import_columns(crm: Crm, caller: Principal, import_id: str) -> LookView:
    """The beginning of the file, and how its columns would be read."""
    language = crm.importing.find(caller, import_id).language
    return LookView.of(crm.importing.look(caller, import_id), language)


@routes.post("/imports/{import_id}/check", STAFF, HTTPStatus.ACCEPTED)
def check_import(
    crm: Crm, caller: Principal, import_id: str, body: ColumnsBody, request: Request
) -> ImportView:
    """Go through the whole file without saving."""
    asking = Caller(caller, request.authorization or "")
    return ImportView.of(crm.importing.check(asking, import_id, body.to_columns(), body.keep_as))


@routes.post("/imports/{import_id}/run", STAFF, HTTPStatus.ACCEPTED)
def run_import(crm: Crm, caller: Principal, import_id: str) -> ImportView:
    """Import a file that was checked."""
    return ImportView.of(crm.importing.run(caller, import_id))


@routes.post("/imports/{import_id}/undo", STAFF, HTTPStatus.ACCEPTED)
def undo_import(crm: Crm, caller: Principal, import_id: str) -> ImportView:
    """Take an import back: cards that it made, unless somebody has worked on them since, and values that it set."""
    return ImportView.of(crm.importing.undo(caller, import_id))


@routes.post("/imports/{import_id}/cancel", STAFF, HTTPStatus.OK)
def cancel_import(crm: Crm, caller: Principal, import_id: str) -> ImportView:
    """Stop an import where it is."""
    return ImportView.of(crm.importing.cancel(caller, import_id))


@routes.get("/imports/{import_id}/rows", STAFF)
def import_rows(
    crm: Crm, caller: Principal, import_id: str, query: ResultQuery
) -> PageView[ResultView]:
    """What became of the rows, or would become of them."""
    page = crm.importing.results(caller, import_id, query.outcome, query.page())
    return PageView.of(page.map(ResultView.of))


@routes.get("/imports/{import_id}/errors", STAFF)
def import_errors(crm: Crm, caller: Principal, import_id: str) -> FileLink:
    """The rows that failed, as a file to mend and send again."""
    return FileLink(url=crm.importing.errors(caller, import_id))
