"""The fields that the company adds to its cards."""

from chalicelib.crm.schemas.fields import (
    FieldLayout,
    FieldList,
    FieldPatch,
    FieldQuery,
    FieldView,
    NewField,
)
from chalicelib.crm.service.crm import Crm
from portal.principals import Role
from portal.routes import STAFF, Answer, Request, Routes, only

routes = Routes("crm")


@routes.get("/fields", STAFF)
def fields(crm: Crm, query: FieldQuery) -> FieldList:
    """The own fields of a kind of card or of all, hidden ones too, in their order."""
    books = [crm.fields.of(query.kind)] if query.kind else crm.fields.all().values()
    return FieldList.of(books)


@routes.post("/fields", only(Role.OWNER))
def add_field(crm: Crm, body: NewField) -> Answer[FieldView]:
    """Add a field, the last of its group."""
    field, book = crm.fields.add(body.kind, body.to_values())
    return Answer(FieldView.of(field), version=book.version)


@routes.put("/fields/layout", only(Role.OWNER))
def lay_out_fields(crm: Crm, body: FieldLayout) -> FieldList:
    """Put the fields of a kind into another order, or into other groups."""
    return FieldList.of([crm.fields.lay_out(body.kind, body.to_groups())])


@routes.patch("/fields/{field_id}", only(Role.OWNER))
def change_field(crm: Crm, field_id: str, body: FieldPatch, request: Request) -> Answer[FieldView]:
    """Rename, hide, show, require or mark a field, or change its options. Nothing on the cards is lost by it."""
    field, book = crm.fields.change(field_id, body.to_values(), request.if_match)
    return Answer(FieldView.of(field), version=book.version)
