"""What cards wait for, and the working hours by which they do."""

from chalicelib.crm.schemas.hours import HoursBody, HoursView
from chalicelib.crm.schemas.pulse import PulseList, PulseQuery
from chalicelib.crm.service.crm import Crm
from portal.principals import Actor, Principal, Role
from portal.routes import STAFF, Answer, Request, Routes, only

routes = Routes("crm")


@routes.get("/pulse", STAFF)
def pulse(crm: Crm, caller: Principal, query: PulseQuery) -> PulseList:
    """The next step of deals and leads, and how long their clients wait for an answer."""
    return PulseList.of(crm.pulses.of(caller, query.to_refs()))


@routes.get("/working-hours", STAFF)
def working_hours(crm: Crm) -> Answer[HoursView]:
    """When the company works, and how soon it answers."""
    hours = crm.hours.current()
    return Answer(HoursView.of(hours), version=hours.version or 0)


@routes.put("/working-hours", only(Role.OWNER))
def set_working_hours(
    crm: Crm, caller: Principal, body: HoursBody, request: Request
) -> Answer[HoursView]:
    """Set the working hours."""
    hours = crm.hours.change(body.to_hours(), request.if_match, Actor.of(caller))
    return Answer(HoursView.of(hours), version=hours.version)
