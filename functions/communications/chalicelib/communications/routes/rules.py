"""Rules for letters that come."""

from http import HTTPStatus

from chalicelib.communications.schemas.rules import RuleBody, RulesBody, RulesView, TouchedView
from chalicelib.communications.service import Communications
from portal.principals import Principal, Role
from portal.routes import Routes, only

routes = Routes("communications")


@routes.get("/rules", only(Role.OWNER))
def rules(portal: Communications) -> RulesView:
    """The rules in their order, and those whose letters are never recorded."""
    return RulesView.model_validate(portal.rules.book())


@routes.put("/rules", only(Role.OWNER))
def change_rules(portal: Communications, body: RulesBody) -> RulesView:
    """Put all rules in place of those that were read."""
    return RulesView.model_validate(portal.rules.change(body.to_model()))


@routes.post("/rules/tried", only(Role.OWNER), HTTPStatus.OK)
def try_rule(portal: Communications, caller: Principal, body: RuleBody) -> TouchedView:
    """See which of the latest letters a rule would touch, before it is one."""
    return TouchedView.of(portal.rules.tried(caller, body.to_model()))
