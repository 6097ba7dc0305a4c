"""The views of lists that people keep."""

from http import HTTPStatus

from chalicelib.crm.schemas.views import (
    ArrangementBody,
    NewView,
    ViewList,
    ViewPatch,
    ViewQuery,
    ViewView,
)
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Answer, Request, Routes

routes = Routes("crm")


@routes.get("/views", STAFF)
def views(crm: Crm, caller: Principal, query: ViewQuery) -> ViewList:
    """The views of a list that the caller may use, in his order."""
    return ViewList.of(*crm.views.of(caller, query.kind), caller)


@routes.post("/views", STAFF)
def add_view(crm: Crm, caller: Principal, body: NewView) -> Answer[ViewView]:
    """Keep a view; what it shows depends on the rights of who looks through it."""
    view = crm.views.add(caller, body.to_values())
    return Answer(ViewView.of(view, caller), version=view.version)


@routes.put("/views/arrangement", STAFF)
def arrange_views(crm: Crm, caller: Principal, body: ArrangementBody) -> ViewList:
    """Put one's views of a list in order, and say with which it begins."""
    crm.views.arrange(caller, body.kind, body.to_arrangement())
    return ViewList.of(*crm.views.of(caller, body.kind), caller)


@routes.patch("/views/{view_id}", STAFF)
def change_view(
    crm: Crm, caller: Principal, view_id: str, body: ViewPatch, request: Request
) -> Answer[ViewView]:
    """Rename a view, change what it shows, or whose it is."""
    view = crm.views.change(caller, view_id, body.to_values(), request.if_match)
    return Answer(ViewView.of(view, caller), version=view.version)


@routes.delete("/views/{view_id}", STAFF)
def remove_view(crm: Crm, caller: Principal, view_id: str) -> None:
    """Take a view away for all who use it; it can be brought back."""
    crm.views.remove(caller, view_id)


@routes.post("/views/{view_id}/restore", STAFF, HTTPStatus.OK)
def restore_view(crm: Crm, caller: Principal, view_id: str) -> Answer[ViewView]:
    """Bring a removed view back as it was."""
    view = crm.views.restore(caller, view_id)
    return Answer(ViewView.of(view, caller), version=view.version)
