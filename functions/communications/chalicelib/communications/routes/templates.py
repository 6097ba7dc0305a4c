"""Letters written beforehand."""

from http import HTTPStatus

from chalicelib.communications.schemas.templates import (
    NewTemplate,
    RenderedView,
    TemplateChange,
    TemplateItem,
    TemplateList,
    TemplateTrial,
    TemplateUse,
    TemplateView,
)
from chalicelib.communications.service import Communications
from portal.principals import Principal
from portal.routes import STAFF, Request, Routes

routes = Routes("communications")


@routes.get("/templates", STAFF)
def templates(portal: Communications, caller: Principal) -> TemplateList:
    """The templates that the caller may use or change, by name, archived or not."""
    found = portal.templates.all(caller)
    return TemplateList(items=[TemplateItem.of(one, caller) for one in found])


@routes.post("/templates", STAFF)
def add_template(portal: Communications, caller: Principal, body: NewTemplate) -> TemplateView:
    """Write a template: one's own, or a shared one."""
    return TemplateView.of(portal.templates.add(caller, body.to_template(caller)), caller)


@routes.post("/templates/preview", STAFF, HTTPStatus.OK)
def preview_template(portal: Communications, body: TemplateTrial, request: Request) -> RenderedView:
    """Words of a template as they would stand in a letter from a card."""
    rendered = portal.rendering.render(
        request.authorization, body.subject, body.html, body.to_addressed()
    )
    return RenderedView.model_validate(rendered)


@routes.get("/templates/{template_id}", STAFF)
def template(portal: Communications, caller: Principal, template_id: str) -> TemplateView:
    """A template whole."""
    return TemplateView.of(portal.templates.one(caller, template_id), caller)


@routes.patch("/templates/{template_id}", STAFF)
def change_template(
    portal: Communications, caller: Principal, template_id: str, body: TemplateChange
) -> TemplateView:
    """Change a template, put it away, or take it out again."""
    return TemplateView.of(portal.templates.change(caller, template_id, body.sent()), caller)


@routes.post("/templates/{template_id}/letter", STAFF, HTTPStatus.OK)
def template_letter(
    portal: Communications,
    caller: Principal,
    template_id: str,
    body: TemplateUse,
    request: Request,
) -> RenderedView:
    """A template as a letter from a card."""
    rendered = portal.rendering.letter(
        caller, request.authorization, template_id, body.to_addressed()
    )
    return RenderedView.model_validate(rendered)
