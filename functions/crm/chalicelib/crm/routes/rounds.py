"""The maintenance rounds of service contracts."""

from http import HTTPStatus

from chalicelib.crm.schemas.rounds import ActBody, PlanBody, RoundsView, RoundView
from chalicelib.crm.service.crm import Crm
from portal.principals import Principal
from portal.routes import STAFF, Answer, Request, Routes
from portal.wire import PageQuery, PageView

routes = Routes("crm")


@routes.get("/deals/{card_id}/rounds", STAFF)
def deal_rounds(crm: Crm, caller: Principal, card_id: str) -> Answer[RoundsView]:
    """The schedule of a contract's rounds, if it has one."""
    schedule = crm.rounds.of(caller, card_id)
    version = schedule.version if schedule else None
    return Answer(RoundsView.of(schedule), version=version or 0)


@routes.put("/deals/{card_id}/rounds", STAFF)
def plan_rounds(
    crm: Crm, caller: Principal, card_id: str, body: PlanBody, request: Request
) -> Answer[RoundsView]:
    """Set the schedule of a contract's rounds."""
    schedule = crm.rounds.plan(caller, card_id, body.to_plan(), request.if_match)
    return Answer(RoundsView.of(schedule), version=schedule.version)


@routes.post("/deals/{card_id}/rounds", STAFF, HTTPStatus.OK)
def change_rounds(
    crm: Crm, caller: Principal, card_id: str, body: ActBody, request: Request
) -> Answer[RoundsView]:
    """Pause, resume or end the rounds of a contract, or skip the next one."""
    schedule = crm.rounds.act(caller, card_id, body.act, request.if_match)
    return Answer(RoundsView.of(schedule), version=schedule.version)


@routes.get("/deals/{card_id}/rounds/opened", STAFF)
def opened_rounds(
    crm: Crm, caller: Principal, card_id: str, query: PageQuery
) -> PageView[RoundView]:
    """The rounds of a contract that were opened or skipped, the latest first."""
    return PageView.of(crm.rounds.opened(caller, card_id, query.page()).map(RoundView.of))
